package io.github.camelvtiger.routes.sync.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFile;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CirclesTest {

    @TempDir
    private Path directory;

    @Test
    void aSyncWhoseTargetIsWrittenBackLeavesOutOwnWrites() throws IOException {
        sync("there", "{ crm: Contacts }", "{ crm: Leads, match: [email], connection: eu }");
        sync("back", "{ crm: Leads, connection: eu }", "{ crm: Contacts, match: [email] }");
        sync("on", "{ crm: Leads, connection: eu }", "{ crm: Leads, match: [email], connection: us }");

        assertThat(circles().isWrittenBack(named("there"), "Contacts")).isTrue();
        assertThat(circles().isWrittenBack(named("back"), "Leads")).isTrue();
        assertThat(circles().isWrittenBack(named("on"), "Leads"))
                .as("what is written to eu must go on to us")
                .isFalse();
        assertThat(circles().notes(named("there")))
                .singleElement()
                .asString()
                .startsWith("The sync back writes to Contacts, which this one reads, what it reads in Leads.");
        assertThat(circles().notes(named("on"))).isEmpty();
    }

    @Test
    void aModuleThatIsItsOwnTargetIsOneToo() throws IOException {
        sync("self", "{ crm: Contacts }", "{ crm: Contacts, match: [email] }");

        assertThat(circles().isWrittenBack(named("self"), "Contacts")).isTrue();
        assertThat(circles().notes(named("self"))).singleElement().asString().startsWith("This sync itself writes");
    }

    @Test
    void allModulesThatMoveBothWaysAreWrittenBack() throws IOException {
        sync("there", "{ crm: \"*\", connection: old }", "{ crm: same, connection: new }");
        sync("back", "{ crm: [Contacts, Leads], connection: new }", "{ crm: same, connection: old }");

        assertThat(circles().isWrittenBack(named("there"), "Contacts")).isTrue();
        assertThat(circles().isWrittenBack(named("back"), "Leads")).isTrue();
        assertThat(circles().counterpart(named("there"))).contains("back");
        assertThat(circles().counterpart(named("back"))).contains("there");
        assertThat(circles().notes(named("there"))).first().asString().contains("writes to all modules, which");
    }

    @Test
    void aLongerWayRoundIsNamed() throws IOException {
        sync("one", "{ crm: Leads }", "{ crm: Leads, match: [email], connection: eu }");
        sync("two", "{ crm: Leads, connection: eu }", "{ crm: Leads, match: [email], connection: us }");
        sync("three", "{ crm: Leads, connection: us }", "{ crm: Leads, match: [email] }");

        assertThat(circles().isWrittenBack(named("one"), "Leads")).isFalse();
        assertThat(circles().notes(named("two")))
                .singleElement()
                .asString()
                .contains("comes back to Leads by way of other syncs");
    }

    @Test
    void aSyncThatIsSwitchedOffDoesNotCount() throws IOException {
        sync("there", "{ crm: Contacts }", "{ crm: Leads, match: [email] }");
        sync("back", "{ crm: Leads }", "{ crm: Contacts, match: [email] }\nenabled: false");

        assertThat(circles().isWrittenBack(named("there"), "Contacts")).isFalse();
    }

    private void sync(String name, String from, String to) throws IOException {
        Files.writeString(directory.resolve(name + ".yaml"), "from: " + from + "\nto: " + to + "\n");
    }

    private List<SyncDefinition> syncs() throws IOException {
        SyncFiles read = SyncFiles.read(directory, UnaryOperator.identity());
        assertThat(read.faults()).isEmpty();
        return read.files().stream().map(SyncFile::definition).toList();
    }

    private SyncDefinition named(String name) throws IOException {
        return syncs().stream()
                .filter(sync -> sync.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Circles circles() throws IOException {
        return new Circles(syncs(), connection -> connection.orElse(""));
    }
}
