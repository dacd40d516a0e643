# Counts the results in the output of "ctest -V": what Qt Test programs say of themselves, one for every other test. Tests may
# run side by side, so everything is kept by the test's number; of a test that was repeated, the last attempt counts and the
# repetition is told, and so is a test bed that had to be made twice. Prints failures with their output, what was not run, and as the last line "N passed, N failed, N skipped".
function forget(number) {
    delete passed[number]; delete failed[number]; delete skipped[number]; delete said[number]; delete counted[number]
    lines[number] = 0
}
/^ *Start +[0-9]+: / {
    number = $2 + 0
    if (started[number]++)
        print "REPEATED: " $3
    forget(number)
}
/^[0-9]+: / {
    number = $1 + 0
    line = $0
    sub(/^[0-9]+: /, "", line)
    output[number, ++lines[number]] = line
    if (line ~ /^Totals: /) {
        split(line, part, /[ ,]+/)
        passed[number] += part[2]; failed[number] += part[4]; skipped[number] += part[6]
        counted[number] = 1
    }
    if (line ~ /the test bed failed, /) {
        sub(/.*the test bed failed, /, "", line)
        print "TEST BED FAILED: " line
    }
    if (line ~ /not run: /) {
        sub(/.*not run: /, "", line)
        notRun[line] = 1
    }
}
/^ *[0-9]+\/[0-9]+ Test +#[0-9]+: / || /^ +Test +#[0-9]+: / {
    match($0, /#[0-9]+:/)
    number = substr($0, RSTART + 1, RLENGTH - 2) + 0
    ok = / Passed /
    if (!counted[number]) {
        passed[number] = ok ? 1 : 0
        skipped[number] = /Skipped/ ? 1 : 0
        failed[number] = ok || /Skipped/ ? 0 : 1
    } else if (!ok && failed[number] == 0) {
        failed[number] = 1 # said that all went well and died afterwards
    }
    if (!ok && !/Skipped/) {
        print
        for (i = 1; i <= lines[number]; ++i)
            if (output[number, i] !~ /^PASS/) print "    " output[number, i]
    }
}
END {
    for (reason in notRun)
        print "NOT RUN: " reason
    for (number in passed) allPassed += passed[number]
    for (number in failed) allFailed += failed[number]
    for (number in skipped) allSkipped += skipped[number]
    printf "%d passed, %d failed, %d skipped\n", allPassed, allFailed, allSkipped
}
