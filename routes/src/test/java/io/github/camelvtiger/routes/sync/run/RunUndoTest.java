package io.github.camelvtiger.routes.sync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.routes.sync.definition.Limits;
import io.github.camelvtiger.routes.sync.store.Renames.Rename;
import io.github.camelvtiger.routes.sync.undo.UndoPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What may happen between the plan of an undo and the undo itself. */
class RunUndoTest extends SyncTestSupport {

    @Test
    void aRunWhoseSyncWasRenamedSinceThePlanIsUndoneByTheNextCommand() throws Exception {
        syncs.add(RunIntoCrmTest.sync("people", List.of("email"), Limits.NONE));
        Path file = Files.writeString(
                Files.createDirectories(directory.resolve("given")).resolve("people.csv"),
                "lastname,email,phone\nAhrens,ada@example.com,1\n");
        RunReport report = syncs.run("people", RunRequest.run(file));
        RunUndo planned = syncs.undo(report.id());
        UndoPlan plan = planned.plan();

        syncs.store.renames().carryOver(new Rename("people", "persons"), Optional.empty());

        assertThatThrownBy(() -> planned.apply(plan))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("renamed");
        assertThat(server.crm().records("Leads")).hasSize(1);
        assertThat(syncs.store.renames().isUsed("people")).isFalse();
        RunUndo next = syncs.undo(report.id());
        next.apply(next.plan());
        assertThat(server.crm().records("Leads")).isEmpty();
    }
}
