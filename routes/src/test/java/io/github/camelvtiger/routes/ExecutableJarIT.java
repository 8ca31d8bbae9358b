package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar of the README, copied alone to where nothing else is. */
class ExecutableJarIT {

    @TempDir
    private Path directory;

    @BeforeEach
    void copy() throws IOException {
        Files.copy(Path.of("target/vtiger-routes.jar"), directory.resolve("vtiger-routes.jar"));
    }

    @Test
    void runsTheDemo() throws Exception {
        Process demo = jar("--once");
        String said = said(demo);

        assertThat(demo.waitFor()).as(said).isZero();
        assertThat(said)
                .contains("route nightly-export", "leads-from-csv", "Stopped")
                .doesNotContain("ERROR");
        try (Stream<Path> contacts = Files.list(directory.resolve("data/contacts"))) {
            assertThat(contacts).isNotEmpty();
        }
    }

    @Test
    void hasJarsInTheDirectoryLibOnItsClassPath() throws Exception {
        Path seda = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(jar -> jar.getFileName().toString().startsWith("camel-seda-"))
                .findFirst()
                .orElseThrow();
        Files.createDirectories(directory.resolve("lib"));
        Files.copy(seda, directory.resolve("lib").resolve(seda.getFileName()));
        Files.createDirectories(directory.resolve("syncs"));
        Files.writeString(
                directory.resolve("syncs/leads-to-seda.yaml"), "from: { crm: Leads }\nto: { uri: 'seda:leads' }\n");

        Process check = jar("sync", "check");
        String said = said(check);

        assertThat(check.waitFor()).as(said).isZero();
        assertThat(said).contains("leads-to-seda");
    }

    private Process jar(String... arguments) throws IOException {
        return new ProcessBuilder(Stream.of(
                                List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString()),
                                TestJvm.SHORT_LIVED,
                                List.of("-jar", "vtiger-routes.jar"),
                                List.of(arguments))
                        .flatMap(List::stream)
                        .toList())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private static String said(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes());
    }
}
