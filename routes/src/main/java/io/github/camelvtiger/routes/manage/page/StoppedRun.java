package io.github.camelvtiger.routes.manage.page;

import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.run.PlanEntry;
import io.github.camelvtiger.routes.sync.run.Plans;
import io.github.camelvtiger.routes.sync.run.Sha256;
import io.github.camelvtiger.routes.sync.store.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a run that its limits stopped would have written.
 *
 * @param entries the first rows
 * @param more how many more there are
 */
public record StoppedRun(List<PlanEntry> entries, long more) {

    private static final int SHOWN = 100;

    /** @return empty if the run was not stopped, or its plan is not kept any more */
    static Optional<StoppedRun> of(Run run, Path plans) {
        Path plan = plans.resolve(run.id() + ".jsonl");
        if (run.state() != Run.State.STOPPED || !Files.isRegularFile(plan)) {
            return Optional.empty();
        }
        List<PlanEntry> entries = new ArrayList<>();
        try {
            return Optional.of(new StoppedRun(entries, Plans.read(plan, SHOWN, entries::add)));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /**
     * The command that writes it all the same.
     *
     * @return empty if the file that was read is not there any more
     */
    static Optional<String[]> approval(Run run, SyncDefinition sync) {
        if (!(sync.from() instanceof Source.Files files)) {
            return Optional.of(new String[] {"run", sync.name(), "--approve"});
        }
        return file(run, Path.of(files.path()))
                .map(file -> new String[] {"run", sync.name(), file.toString(), "--approve"});
    }

    /** Where the dropped file is after its run was stopped: with the time before its name, and with the same bytes. */
    private static Optional<Path> file(Run run, Path inbox) {
        Path failed = inbox.resolve("failed").toAbsolutePath();
        if (!Files.isDirectory(failed)) {
            return Optional.empty();
        }
        Pattern name = Pattern.compile("\\d{8}-\\d{6}-(\\d+-)?" + Pattern.quote(run.source()));
        try (Stream<Path> files = Files.list(failed)) {
            List<Path> called = files.filter(
                            file -> name.matcher(file.getFileName().toString()).matches())
                    .toList();
            for (Path file : called) {
                if (Sha256.of(file).equals(run.sourceSha256())) {
                    return Optional.of(file);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
