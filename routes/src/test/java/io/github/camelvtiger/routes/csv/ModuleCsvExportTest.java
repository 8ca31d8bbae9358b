package io.github.camelvtiger.routes.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.camelvtiger.routes.Sentence;
import io.github.camelvtiger.routes.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleCsvExportTest {

    private static final Map<String, Object> RECORD = Map.of("id", "12x1");

    @TempDir
    private Path directory;

    private final ModuleCsvExport export =
            new ModuleCsvExport(new Tally(), Clock.fixed(Instant.parse("2026-03-01T02:00:00Z"), ZoneOffset.UTC));

    @Test
    void aFullDiskIsReportedWithTheFileAndLeavesNothingOfIt() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        Path exports = Files.createDirectories(directory.resolve("export"));
        Path unfinished = exports.resolve(".writing-Contacts-20260301-020000.csv");
        Files.createSymbolicLink(unfinished, full);

        Throwable failure = catchThrowable(this::write);

        assertThat(Sentence.of(failure)).isEqualTo(unfinished + ": No space left on device");
        assertThat(exports).isEmptyDirectory();
        assertThat(Path.of(write().file())).content().isEqualToNormalizingNewlines("id\n12x1\n");
    }

    private ModuleCsvExport.Export write() throws IOException {
        return export.write(List.of(RECORD).iterator(), "Contacts", directory.toString());
    }
}
