package io.github.camelvtiger.routes.sync.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that a sync file says is passed over in silence. */
class NotBuiltTest {

    @TempDir
    Path directory;

    private Optional<String> missing(String text) throws IOException {
        Files.writeString(directory.resolve("sync.yaml"), text);
        SyncFiles files = SyncFiles.read(directory, UnaryOperator.identity());
        assertThat(files.faults()).isEmpty();
        return NotBuilt.of(files.files().get(0).definition());
    }

    @Test
    void filesIntoOneModuleRun() throws IOException {
        assertThat(missing("from: { file: in }\nto: { crm: Leads, match: [email], connection: eu }\n"))
                .isEmpty();
        assertThat(missing("from: { file: in }\nto: { crm: Contacts }\nmap:\n  lastname: Name\n"
                        + "  account_id: { from: Firma, reference: accountname, create: true }\n"))
                .isEmpty();
    }

    @Test
    void modulesIntoFilesRun() throws IOException {
        assertThat(missing("from: { crm: [Leads, Contacts], sweep: 1d }\nto: { file: out }\ndeletions: true\n"))
                .isEmpty();
        assertThat(missing("from: { crm: Leads, cron: 0 0 2 * * ? }\nto: { file: out, name: a.xlsx }\n"))
                .isEmpty();
    }

    @Test
    void modulesOfACrmIntoThoseOfAnotherRun() throws IOException {
        assertThat(missing(
                        "from: { crm: Leads }\nto: { crm: Leads, match: [email], connection: eu }\ndeletions: true\n"))
                .isEmpty();
    }

    @Test
    void recordsMoveToAnotherCrm() throws IOException {
        assertThat(missing(
                        "from: { crm: [Accounts, Contacts], connection: old }\nto: { crm: same, connection: new }\n"))
                .isEmpty();
        assertThat(
                        missing(
                                "from: { crm: \"*\", exclude: [Emails], connection: old }\nto: { crm: same, connection: new }\n"))
                .isEmpty();
    }

    @Test
    void messagesRun() throws IOException {
        assertThat(missing("from: { crm: Leads }\nto: { uri: \"jms:queue:leads\" }\n"))
                .isEmpty();
        assertThat(missing("from: { uri: \"jms:queue:leads\" }\nto: { crm: Leads }\n"))
                .isEmpty();
        assertThat(missing("from: { uri: \"jms:queue:leads\" }\nto: { crm: Contacts }\nmap:\n  lastname: name\n"
                        + "  account_id: { from: firm, reference: accountname, create: true }\n"))
                .isEmpty();
    }

    @Test
    void modulesIntoTablesRun() throws IOException {
        assertThat(missing("from: { crm: Leads, relations: [Campaigns] }\nto: { table: warehouse }\n"))
                .isEmpty();
    }

    @Test
    void whatWouldBeLeftOutIsNamed() throws IOException {
        for (String left : List.of("relations: [Contacts]", "files: true")) {
            assertThat(missing("from: { crm: Documents, " + left
                                    + " }\nto: { crm: Documents, match: [notes_title], connection: eu }\n")
                            .orElseThrow())
                    .contains("'" + left.substring(0, left.indexOf(':')) + "'", "remove it");
        }
    }
}
