package io.github.camelvtiger.benchmarks.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.benchmarks.Crm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Starts the processes of measurements, one after the other, with the classes of this one. */
final class Processes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Processes() {}

    /** @param options of the process, such as {@code --way} */
    static Measured measure(Crm crm, List<String> jvm, List<String> options) throws Exception {
        String output = run(crm, jvm, MeasuredProcess.class, options);
        return JSON.readValue(lastLine(output), Measured.class);
    }

    static String lastLine(String output) {
        return output.lines().reduce((one, next) -> next).orElse("");
    }

    /** @return what the process printed */
    static String run(Crm crm, List<String> jvm, Class<?> main, List<String> options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        crm.intoEnvironment(builder.environment());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException(main.getSimpleName() + " " + String.join(" ", options) + " ended with exit code "
                    + code + ":\n" + output);
        }
        return output;
    }

    static List<String> with(List<String> options, String... more) {
        return Stream.concat(options.stream(), Stream.of(more)).toList();
    }
}
