package io.github.camelvtiger.routes.sync.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.SimpleEventNotifierSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettledFilesTest {

    @TempDir
    private Path directory;

    private final AtomicLong now = new AtomicLong(-5);
    private final SettledFiles files = new SettledFiles(Duration.ofSeconds(10), now::get);

    @Test
    void takesAFileThatHasNotChangedForTheMinimumAge() throws IOException {
        Path file = Files.writeString(directory.resolve("leads.csv"), "lastname\n");

        assertThat(files.isSettled(file)).isFalse();
        pass(9_999);
        assertThat(files.isSettled(file)).isFalse();
        pass(1);
        assertThat(files.isSettled(file)).isTrue();
    }

    @Test
    void aFileThatGrowsIsWatchedFromTheBeginning() throws IOException {
        Path file = Files.writeString(directory.resolve("leads.csv"), "lastname\n");
        FileTime old = FileTime.fromMillis(1_000);
        Files.setLastModifiedTime(file, old);
        files.isSettled(file);
        pass(9_000);
        Files.writeString(file, "X\n", StandardOpenOption.APPEND);
        // As a copy does it that keeps the time of its original.
        Files.setLastModifiedTime(file, old);

        assertThat(files.isSettled(file)).isFalse();
        pass(9_999);
        assertThat(files.isSettled(file)).isFalse();
        pass(1);
        assertThat(files.isSettled(file)).isTrue();
    }

    @Test
    void anotherFileOfTheNameIsWatchedFromTheBeginning() throws IOException {
        Path file = Files.writeString(directory.resolve("leads.csv"), "lastname\n");
        files.isSettled(file);
        pass(10_000);
        assertThat(files.isSettled(file)).isTrue();

        assertThat(files.isSettled(file)).isFalse();
    }

    @Test
    void withoutAMinimumAgeAFileIsTakenAtOnce() throws IOException {
        Path file = Files.writeString(directory.resolve("leads.csv"), "lastname\n");

        assertThat(new SettledFiles(Duration.ZERO, now::get).isSettled(file)).isTrue();
    }

    /** Consumers look for files until the last one that is on its way is done. */
    @Test
    void anApplicationThatStopsTakesNone() throws Exception {
        GenericFile<File> dropped = new GenericFile<>();
        dropped.setFile(
                Files.writeString(directory.resolve("rest.csv"), "lastname\n").toFile());
        SettledFiles atOnce = new SettledFiles(Duration.ZERO, now::get);
        List<Boolean> taken = new ArrayList<>();
        try (CamelContext context = new DefaultCamelContext()) {
            context.addStartupListener((started, already) ->
                    taken.add(atOnce.acquireExclusiveReadLock(null, dropped, new DefaultExchange(started))));
            context.getManagementStrategy().addEventNotifier(new SimpleEventNotifierSupport() {
                @Override
                public void notify(CamelEvent event) {
                    if (event instanceof CamelEvent.CamelContextStoppingEvent) {
                        taken.add(atOnce.acquireExclusiveReadLock(null, dropped, new DefaultExchange(context)));
                    }
                }
            });
            context.start();
        }

        assertThat(taken).containsExactly(true, false);
    }

    private void pass(long milliseconds) {
        now.addAndGet(Duration.ofMillis(milliseconds).toNanos());
    }
}
