package io.github.camelvtiger.routes.sync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.routes.sync.definition.Format;
import io.github.camelvtiger.routes.sync.definition.Limits;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is forgotten is nowhere any more that syncs keep, and nothing else is gone. */
class ErasureTest extends SyncTestSupport {

    private Erasure erasure;
    private RunReport report;

    @BeforeEach
    void run() throws Exception {
        syncs.add(RunIntoCrmTest.sync("people", List.of("email"), Limits.NONE));
        Source.Files from = new Source.Files(directory.toString(), Format.BY_EXTENSION);
        erasure = new Erasure(syncs.store, directory.resolve("plans"), sync -> Optional.of(from));
        Path file = Files.writeString(
                Files.createDirectories(directory.resolve("given")).resolve("people.csv"),
                "lastname,email,phone\nAhrens,Ada@Example.com,1\nBerg,berg@example.com,2\n,ada@example.com,3\n,zoe@example.com,4\n");
        syncs.run("people", RunRequest.plan(file));
        report = new RejectFiles(syncs.store, sync -> Optional.of(from))
                .beside(file, syncs.run("people", RunRequest.run(file)));
        assertThat(report.counts().created()).isEqualTo(2);
        assertThat(report.counts().rejected()).isEqualTo(2);
    }

    private List<JournalledWrite> writes() {
        List<JournalledWrite> writes = new ArrayList<>();
        syncs.store.journal().ofRun(report.id(), writes::add);
        return writes;
    }

    private List<Path> plans() throws IOException {
        try (Stream<Path> plans = Files.list(directory.resolve("plans"))) {
            return plans.toList();
        }
    }

    @Test
    void aValueIsErasedFromTheJournalRejectsPlansAndFilesOfRejects() throws Exception {
        Path rejects = report.rejects().orElseThrow();
        assertThat(Files.readString(rejects)).contains("ada@example.com", "zoe@example.com");
        assertThat(plans()).hasSize(1);

        Erasure.Report erased = erasure.erase("ADA@example.com", false);

        assertThat(erased.records()).hasSize(1);
        assertThat(erased.writes()).isEqualTo(1);
        assertThat(erased.rejects()).isEqualTo(1);
        assertThat(plans()).isEmpty();
        assertThat(Files.readString(rejects))
                .doesNotContainIgnoringCase("ada@")
                .contains("zoe@example.com", "_reason", "lastname");
        assertThat(writes().toString())
                .doesNotContainIgnoringCase("ada@", "Ahrens")
                .contains("Berg");
        assertThat(writes())
                .extracting(JournalledWrite::state)
                .containsExactly(JournalledWrite.State.FORGOTTEN, JournalledWrite.State.WRITTEN);
        assertThat(syncs.store.rejects().open("people"))
                .singleElement()
                .satisfies(reject -> assertThat(reject.payload()).containsEntry("email", "zoe@example.com"));
        assertThat(syncs.store.journal().touching("Ada@Example.com")).isEmpty();
        assertThat(erasure.erase("ada@example.com", false).isEmpty()).isTrue();
    }

    @Test
    void aRecordIsErasedByItsId() throws Exception {
        String id = writes().get(0).recordId().orElseThrow();

        Erasure.Report erased = erasure.erase(id, false);

        assertThat(erased.records()).containsExactly(id);
        assertThat(writes().toString()).doesNotContain("Ahrens", id + "]");
        assertThat(syncs.store.rejects().numberOpen("people")).isEqualTo(2);
    }

    @Test
    void nothingIsErasedIfTheFileOfTheStoreCannotBeCompacted() throws Exception {
        String before = writes().toString();
        Path note = directory.resolve("store").resolve("compact-when-closed");
        Files.createDirectories(note);
        try {
            assertThatThrownBy(() -> erasure.erase("ada@example.com", false))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("repeat the command");
        } finally {
            Files.delete(note);
        }

        assertThat(writes().toString()).isEqualTo(before);
        assertThat(plans()).hasSize(1);
    }

    @Test
    void aDryRunErasesNothing() throws Exception {
        String before = writes().toString();

        Erasure.Report would = erasure.erase("ada@example.com", true);

        assertThat(would.writes()).isEqualTo(1);
        assertThat(would.plans()).hasSize(1);
        assertThat(would.rejectsFiles()).hasSize(1);
        assertThat(writes().toString()).isEqualTo(before);
        assertThat(plans()).hasSize(1);
        assertThat(Files.readString(report.rejects().orElseThrow())).contains("ada@example.com");
    }

    @Test
    void theNameOfAFieldAndAPartOfAValueAreNoValues() throws Exception {
        assertThat(erasure.erase("email", false).isEmpty()).isTrue();
        assertThat(erasure.erase("ada@example", false).isEmpty()).isTrue();
        assertThat(erasure.erase("ada_example%com", false).isEmpty()).isTrue();
    }

    @Test
    void aFileOfRejectsWithoutAnotherRowIsDeleted() throws Exception {
        erasure.erase("ada@example.com", false);
        erasure.erase("zoe@example.com", false);

        assertThat(report.rejects().orElseThrow()).doesNotExist();
    }

    @Test
    void anUndoSaysWhatWasForgottenAndTakesBackTheRest() throws Exception {
        erasure.erase("ada@example.com", false);

        RunUndo undo = syncs.undo(report.id());
        undo.apply(undo.plan());

        assertThat(undo.unknown()).singleElement().asString().contains("erased by 'sync forget'");
        assertThat(server.crm().records("Leads"))
                .extracting(lead -> lead.get("lastname"))
                .containsExactly("Ahrens");
    }
}
