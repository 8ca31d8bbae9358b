package io.github.camelvtiger.routes.sync.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.routes.sync.feed.SourceModules;
import io.github.camelvtiger.routes.sync.run.Predecessor;
import io.github.camelvtiger.routes.sync.store.StoreAddress;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllModulesTest {

    @TempDir
    private Path directory;

    private final List<String> followed = new ArrayList<>();
    private final List<String> whole = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private RuntimeException failure;
    private SourceModules answer =
            new SourceModules(List.of("Contacts"), List.of("Users", "Groups"), Map.of(), Map.of());

    @Test
    void aModuleIsReadWholeAtTheStartAndAtEachSweep() throws IOException {
        AllModules modules = modules();

        assertThat(modules.unread()).hasValue("the modules of the CRM");
        assertThat(modules.due()).containsExactly("Users", "Groups");
        modules.done("Users");
        assertThat(modules.unread()).hasValue("the module Groups");
        modules.done("Groups");
        assertThat(modules.unread()).isEmpty();
        assertThat(modules.due()).isEmpty();
        now = now.plus(Duration.ofHours(12));
        assertThat(modules.due()).containsExactly("Users", "Groups");
        assertThat(followed).containsExactly("Contacts");
        assertThat(whole).containsExactly("Users", "Groups");
    }

    @Test
    void aModuleThatIsAddedLaterIsFoundBySweeps() throws IOException {
        AllModules modules = modules();
        modules.due();
        answer = new SourceModules(List.of("Contacts", "Boats"), List.of("Users", "Harbours"), Map.of(), Map.of());
        modules.due();
        assertThat(followed).containsExactly("Contacts");

        now = now.plus(Duration.ofHours(12));

        assertThat(modules.due()).contains("Harbours");
        assertThat(followed).containsExactly("Contacts", "Boats");
    }

    @Test
    void oneThatCannotBeReadIsTriedAgainAfterLongerAndLongerPauses() throws IOException {
        AllModules modules = modules();
        modules.due();
        modules.done("Groups");
        List<Long> pauses = new ArrayList<>();
        for (int attempt = 0; attempt < 8; attempt++) {
            modules.failed("Users", new IllegalStateException("No answer."));
            Instant failed = now;
            while (modules.due().isEmpty()) {
                now = now.plusSeconds(1);
            }
            pauses.add(Duration.between(failed, now).toSeconds());
        }

        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
        assertThat(modules.notes()).containsExactly("Users cannot be read: No answer.");
        modules.done("Users");
        assertThat(modules.notes()).isEmpty();
    }

    @Test
    void aCrmThatDoesNotAnswerIsAskedUntilItDoes() throws IOException {
        failure = new IllegalStateException("No answer.");
        AllModules modules = modules();
        assertThat(modules.due()).isEmpty();
        assertThat(modules.notes()).containsExactly("Nothing is read yet: No answer.");

        failure = null;
        now = now.plusSeconds(1);

        assertThat(modules.due()).containsExactly("Users", "Groups");
        assertThat(modules.notes()).isEmpty();
    }

    /** A moment's failure must not leave a module out until the next sweep. */
    @Test
    void aModuleThatTheCrmFailedToDescribeIsAskedForAgainSoon() throws IOException {
        answer = new SourceModules(List.of("Contacts"), List.of(), Map.of(), Map.of("Leads", "HTTP 500."));
        AllModules modules = modules();
        modules.due();
        assertThat(modules.notes()).containsExactly("left out: Leads (HTTP 500.)");

        answer = new SourceModules(List.of("Contacts", "Leads"), List.of(), Map.of(), Map.of());
        now = now.plusSeconds(1);
        modules.due();

        assertThat(followed).containsExactly("Contacts", "Leads");
        assertThat(modules.notes()).isEmpty();
    }

    @Test
    void whatTheCrmFailsToDescribeDoesNotHoldUpTheOthers() throws IOException {
        SourceModules found = SourceModules.all(sync(), List.of("Contacts", "LineItem", "Hidden"), name -> {
            if (name.equals("Contacts")) {
                throw new ServerFailureException("HTTP 500.", FailureContext.of("describe", name, null));
            }
            return Optional.empty();
        });

        assertThat(found.undescribed()).containsOnlyKeys("Contacts");
        assertThat(found.omissions())
                .hasValue("left out: LineItem (its records come with their orders), Hidden (the user may not read"
                        + " it), Contacts (HTTP 500.)");
    }

    private AllModules modules() throws IOException {
        SyncDefinition sync = sync();
        try (SyncStore store = SyncStore.open(StoreAddress.files(directory.resolve("store")), () -> now)) {
            return new AllModules(
                    sync,
                    Duration.ofHours(12),
                    new Predecessor(store.runs(), "all", Optional.empty()),
                    () -> {
                        if (failure != null) {
                            throw failure;
                        }
                        return answer;
                    },
                    new AllModules.Routes() {
                        @Override
                        public void follow(String module) {
                            followed.add(module);
                        }

                        @Override
                        public void readWhole(String module) {
                            whole.add(module);
                        }
                    },
                    () -> now);
        }
    }

    private SyncDefinition sync() throws IOException {
        Path syncs = Files.createDirectories(directory.resolve("syncs"));
        Files.writeString(
                syncs.resolve("all.yaml"), "from: { crm: \"*\" }\nto: { file: out, name: '{module}-{day}.csv' }\n");
        return SyncFiles.read(syncs, UnaryOperator.identity()).files().get(0).definition();
    }
}
