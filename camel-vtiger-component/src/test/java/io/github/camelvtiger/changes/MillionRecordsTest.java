package io.github.camelvtiger.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a feed knows of records is on disk; memory holds little of each. */
class MillionRecordsTest {

    @TempDir
    Path directory;

    /** A promise about a million records is kept only by a million records. */
    @Test
    @Tag("long")
    void aMillionRecordsAreKnownInAHeapOf64Megabytes() throws Exception {
        assertKnown(1_000_000, "-Xmx64m");
    }

    @Test
    void aQuarterOfThemInLessThanHalfOfIt() throws Exception {
        assertKnown(250_000, "-Xmx28m");
    }

    private void assertKnown(int records, String heap) throws Exception {
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        heap,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MillionRecords.class.getName(),
                        directory.toString(),
                        Integer.toString(records))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor()).as(Files.readString(output)).isZero();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(output)).contains(records + " records, ").doesNotContain(" 0 changed");
    }
}
