package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a release holds, unpacked and started by its launcher: the zip with the profile release, in every build the layout that it is made of. */
class ReleaseIT {

    @TempDir
    private Path directory;

    private Path release;
    private Path elsewhere;

    @BeforeEach
    void unpack() throws IOException {
        Path unpacked = directory.resolve("with a space");
        String zip = System.getProperty("release.zip", "");
        if (zip.isEmpty()) {
            copy(Path.of("target/release"), unpacked);
        } else {
            URI uri = URI.create("jar:" + Path.of(zip).toUri());
            try (FileSystem files = FileSystems.newFileSystem(uri, Map.of("enablePosixFileAttributes", true))) {
                copy(files.getPath("/"), unpacked);
            }
        }
        try (Stream<Path> only = Files.list(unpacked)) {
            release = only.findFirst().orElseThrow();
        }
        elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
        Files.createSymbolicLink(elsewhere.resolve("launch"), release.resolve("bin/vtiger-routes"));
    }

    @Test
    void runsTheDemoInItsOwnDirectoryWithoutASetting() throws Exception {
        Ended demo = launch(Map.of(), "--once");

        assertThat(demo.exitCode()).as(demo.said()).isZero();
        assertThat(demo.said()).contains("What was done:").doesNotContain("ERROR", "There was no directory syncs");
        assertThat(release.resolve("data/contacts")).isNotEmptyDirectory();
        try (Stream<Path> files = Files.list(elsewhere)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).containsExactly("launch");
        }
    }

    @Test
    void passesCommandsOn() throws Exception {
        Ended version = launch(Map.of(), "--version");
        assertThat(version.exitCode()).as(version.said()).isZero();
        assertThat(version.said())
                .containsPattern("(?m)^vtiger-routes \\d+\\.\\d+")
                .containsPattern("(?m)^Apache Camel \\d+\\.\\d+")
                .contains("Java " + Runtime.version());

        Ended check = launch(Map.of(), "sync", "check");
        assertThat(check.exitCode()).as(check.said()).isZero();
        assertThat(check.said()).contains("leads-from-csv");
    }

    @Test
    void readsSettingsInOneDirectoryKeepsDataInAnotherAndTakesFilesWhereTheCommandIsGiven() throws Exception {
        Path base = Files.createDirectories(directory.resolve("base"));
        Path conf = Files.createDirectories(directory.resolve("conf"));
        Files.writeString(conf.resolve("application.properties"), "cursor.directory = positions\n");
        Files.createDirectories(base.resolve("positions"));
        Map<String, String> places =
                Map.of("VTIGER_ROUTES_BASE", base.toString(), "VTIGER_ROUTES_CONF", conf.toString());

        assertThat(launch(places, "cursor", "list").said()).contains("There is no cursor in positions.");
        Ended wrong = launch(places, "cursor", "--directory", "mine", "list");
        assertThat(wrong.exitCode()).as(wrong.said()).isEqualTo(1);
        assertThat(wrong.said())
                .contains("There are no cursors in " + elsewhere.toRealPath().resolve("mine"));
        assertThat(launch(Map.of("VTIGER_ROUTES_CONF", directory.resolve("none").toString()), "cursor", "list"))
                .satisfies(refused -> assertThat(refused.exitCode()).isEqualTo(1))
                .satisfies(refused -> assertThat(refused.said())
                        .contains(directory.resolve("none") + "' is not a directory", "VTIGER_ROUTES_CONF"));
    }

    private Ended launch(Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder process = new ProcessBuilder(Stream.concat(Stream.of("./launch"), Stream.of(arguments))
                        .toList())
                .directory(elsewhere.toFile())
                .redirectErrorStream(true);
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment().put("JAVA_OPTS", String.join(" ", TestJvm.SHORT_LIVED));
        process.environment().putAll(environment);
        Process started = process.start();
        String said = new String(started.getInputStream().readAllBytes());
        return new Ended(started.waitFor(), said);
    }

    private record Ended(int exitCode, String said) {}

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            List<Path> parentsFirst = files.toList();
            for (Path file : parentsFirst) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.copy(file, copy);
                if (Files.isRegularFile(file)) {
                    Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(file));
                }
            }
        }
    }
}
