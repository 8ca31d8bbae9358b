package io.github.camelvtiger.routes.sync.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of rejects in docs/syncs.md is what the code does. */
class SyncsPageTest {

    @TempDir
    private Path directory;

    @Test
    void theExampleOfRejectsIsTrue() throws IOException {
        Path source = Files.writeString(directory.resolve("leads.csv"), block("leads.csv"));
        Path target = directory.resolve("rejects.csv");
        try (RowReader reader = Rows.open(source, RowsOfText.BY_NAME);
                RejectsFile rejects = RejectsFile.like(source, RowsOfText.BY_NAME, target)) {
            while (reader.hasNext()) {
                Row row = reader.next();
                if (row.fault().isPresent()) {
                    rejects.add(
                            row.cells(), "17", row.place() + ": " + row.fault().get());
                }
            }
            rejects.finish();
        }

        assertThat(target).content().isEqualToNormalizingNewlines(block("rejects"));
    }

    private static String block(String name) throws IOException {
        String page = Files.readString(Path.of("../docs/syncs.md"));
        Matcher block = Pattern.compile("<!-- " + name + " -->\n```\\w*\n(.*?)```", Pattern.DOTALL)
                .matcher(page);
        assertThat(block.find()).as(name).isTrue();
        return block.group(1);
    }
}
