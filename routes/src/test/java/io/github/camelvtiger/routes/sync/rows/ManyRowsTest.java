package io.github.camelvtiger.routes.sync.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.TestJvm;
import io.github.camelvtiger.routes.sync.definition.Format.Kind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Memory does not grow with the number of rows, in no format and neither way: a heap of 64 MB does for any number. 1,000,000
 * rows, with {@code -Drows.count=1000000}, take some minutes.
 */
class ManyRowsTest {

    private static final String ROWS = System.getProperty("rows.count", "50000");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void fitIntoASmallHeap(Kind kind) throws Exception {
        Process process = TestJvm.of(
                        ManyRows.class, List.of("-Xmx64m"), List.of(directory.toString(), kind.name(), ROWS))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());

        assertThat(process.waitFor()).as(said).isZero();
        System.out.print(said);
    }
}
