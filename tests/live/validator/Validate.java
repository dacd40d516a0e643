package drey;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.kubernetes.operator.api.FlinkDeployment;
import org.apache.flink.kubernetes.operator.api.FlinkSessionJob;
import org.apache.flink.kubernetes.operator.config.FlinkConfigManager;
import org.apache.flink.kubernetes.operator.validation.DefaultValidator;

/**
 * What the operator's own validator says of manifests. Reads one a line, its kind and its text in base64; answers each
 * with a line: {@code ok}, {@code refused MESSAGE} or {@code unreadable MESSAGE}. The operator's log is told apart.
 */
public final class Validate {
    private Validate() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream answers = System.out;
        System.setOut(System.err);
        DefaultValidator validator = new DefaultValidator(new FlinkConfigManager(new Configuration()));
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int end = line.indexOf(' ');
            String manifest = new String(Base64.getDecoder().decode(line.substring(end + 1)), StandardCharsets.UTF_8);
            String verdict = verdict(validator, line.substring(0, end), manifest);
            answers.println(verdict.replaceAll("\\s+", " "));
        }
        System.exit(0); // the configuration manager's threads go on for ever
    }

    private static String verdict(DefaultValidator validator, String kind, String manifest) {
        try {
            Optional<String> problem = kind.equals("FlinkSessionJob")
                    ? validator.validateSessionJob(read(manifest, FlinkSessionJob.class), Optional.empty())
                    : validator.validateDeployment(read(manifest, FlinkDeployment.class));
            return problem.map(message -> "refused " + message).orElse("ok");
        } catch (RuntimeException problem) {
            return "unreadable " + problem.getMessage();
        }
    }

    private static <T> T read(String manifest, Class<T> type) {
        return Serialization.unmarshal(manifest, type);
    }
}
