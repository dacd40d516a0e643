# Counts the results in the output of "ctest -V": what Qt Test programs say of themselves, one for every other test. Tests may
# run side by side, so everything is kept by the test's number. Prints failures with their output, what was not run, and as the
# last line "N passed, N failed, N skipped".
/^[0-9]+: / {
    number = $1 + 0
    line = $0
    sub(/^[0-9]+: /, "", line)
    output[number, ++lines[number]] = line
    if (line ~ /^Totals: /) {
        split(line, part, /[ ,]+/)
        passed += part[2]; failed += part[4]; skipped += part[6]
        counted[number] = 1
        bad[number] = part[4] > 0
    }
    if (line ~ /not run: /) {
        sub(/.*not run: /, "", line)
        notRun[line] = 1
    }
}
/^ *[0-9]+\/[0-9]+ Test +#[0-9]+: / {
    match($0, /#[0-9]+:/)
    number = substr($0, RSTART + 1, RLENGTH - 2) + 0
    ok = / Passed /
    if (!counted[number]) {
        if (ok) ++passed
        else if (/Skipped/) ++skipped
        else ++failed
    } else if (!ok && !bad[number]) {
        ++failed # said that all went well and died afterwards
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
    printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped
}
