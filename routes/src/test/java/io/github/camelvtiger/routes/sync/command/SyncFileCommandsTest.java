package io.github.camelvtiger.routes.sync.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.routes.sync.run.RunWatcher;
import io.github.camelvtiger.routes.sync.store.DataSources;
import io.github.camelvtiger.routes.sync.store.StoreAddress;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SyncFileCommandsTest {

    @RegisterExtension
    static final VtigerSimulator crm = VtigerSimulator.withSeed("empty");

    private static final String LEADS =
            """
            from: { file: %s }
            to: { crm: Leads, match: email }
            map:
              lastname: Last Name
              email: E-Mail
              industry: { from: Branche, values: { Bau: Construction } }
            """;

    @TempDir
    private Path directory;

    private StringWriter out;
    private StringWriter err;

    @Test
    void listsTheSyncsAlsoThoseWithFaults() throws IOException {
        write("leads.yaml", LEADS.formatted("in"));
        write("export.yaml", "from: { crm: Contacts }\nto: { file: out }\nafter: leads\nenabled: false\n");
        write("broken.yaml", "from: [");

        assertThat(run(false, "list")).isZero();
        assertThat(lines())
                .containsExactly(
                        "broken: has faults, see 'sync check broken'",
                        "export: crm Contacts -> file out/{module}-{day}.csv, after leads, switched off",
                        "leads: file in -> crm Leads");
        assertThat(run(false, "list", "--json")).isZero();
        assertThat(documents()).hasSize(3).last().satisfies(leads -> assertThat(
                        leads.get("to").asText())
                .isEqualTo("crm Leads"));
    }

    @Test
    void noDirectoryIsNoFault() {
        assertThat(run(false, "list")).isZero();
        assertThat(lines()).singleElement().asString().contains("There is no sync in", "'sync draft'");
        assertThat(run(false, "check")).isZero();
        assertThat(run(false, "test")).isZero();
    }

    @Test
    void aTableIsAskedForItsColumns() throws Exception {
        write(
                "staged.yaml",
                "from: { table: staging, name: people }\nto: { crm: Leads }\nmap: { lastname: Name, company: Firma }\n");
        assertThat(run(false, "check")).isOne();
        assertThat(lines())
                .first()
                .asString()
                .contains("staged.yaml:1:9: There is no table people in the database staging");

        try (DataSources databases = new DataSources(name -> StoreAddress.files(directory.resolve(name), name));
                Connection connection = databases.get("staging").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table people (nr int primary key, name varchar(50), mail varchar(50),"
                    + " _status varchar(9), _id varchar(9), _error varchar(99))");
        }
        assertThat(run(false, "check")).isOne();
        assertThat(lines()).first().asString().contains("Firma");
        write(
                "staged.yaml",
                "from: { table: staging, name: people }\nto: { crm: Leads }\nmap: { lastname: Name, company: Mail }\n");
        assertThat(run(true, "check")).isZero();
        assertThat(String.join(" ", lines())).containsIgnoringCase("'nr'").doesNotContain("_STATUS");
    }

    @Test
    void checksAgainstTheCrm() throws IOException {
        write("leads.yaml", LEADS.formatted("in").replace("industry:", "industri:"));
        write("tickets.yaml", "from: { crm: Tickets }\nto: { file: out }\n");
        write("sound.yaml", LEADS.formatted("in"));

        assertThat(run(true, "check")).isEqualTo(1);
        assertThat(lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith(syncs().resolve("leads.yaml")
                                + ":6:3: There is no field 'industri' in Leads; did you mean" + " industry?"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith(syncs().resolve("tickets.yaml") + ":1:14: There is no module 'Tickets'")
                        .contains("HelpDesk"))
                .contains("leads: faults", "sound: sound", "tickets: faults");
        assertThat(syncs().resolve(".modules/Leads.json")).content().contains("\"idPrefix\"");

        assertThat(run(true, "check", "sound")).isZero();
        assertThat(lines()).containsExactly("sound: sound");
    }

    @Test
    void columnsThatAreAddedToThoseOfAModuleAreKnown() throws IOException {
        write(
                "names.yaml",
                "from: { crm: Contacts }\nto: { file: out }\nmap: { name: lastname, account: account_id_label }\nnames: true\n");
        write("items.yaml", "from: { crm: Invoice }\nto: { file: out }\nmap: { subject: subject, items: LineItems }\n");

        assertThat(run(true, "check")).as("%s", out).isZero();
        assertThat(lines()).contains("items: sound", "names: sound");
    }

    @Test
    void theAddressOfAnEndpointMayBeASetting() throws IOException {
        String newsletter = "from: { crm: Contacts }\n"
                + "to: { uri: '{{newsletter.url}}', parameters: { authMethod: Basic, authUsername: crm } }\n";
        write("newsletter.yaml", newsletter);
        assertThat(run(true, "check")).as("%s %s", out, err).isZero();
        assertThat(lines()).containsExactly("newsletter: sound");

        write("newsletter.yaml", newsletter.replace("Basic", "Bsic"));
        assertThat(run(true, "check")).isOne();
        assertThat(lines()).first().asString().contains("authMethod").doesNotContain("example.com");
    }

    @Test
    void conditionsAndConnectionsAreAskedFor() throws IOException {
        write(
                "between.yaml",
                "from: { crm: Contacts, where: \"lastnam = 'x'\", connection: other }\n"
                        + "to: { crm: Leads, match: email, connection: lost }\n");
        write(
                "whole.yaml",
                LEADS.formatted("in")
                        + "deletions: missing\nscope: \"leadsource LIKES 'x'\"\nlimits: { deletes: 1 }\n");
        assertThat(run(true, "check")).isEqualTo(1);
        assertThat(lines())
                .anyMatch(line -> line.matches(".*between.yaml:1:\\d+: .*lastnam.*"))
                .anyMatch(line ->
                        line.matches(".*between.yaml:2:\\d+: There is no connection 'lost'; set camel.beans.lost.*"))
                .anyMatch(line -> line.matches(".*whole.yaml:8:\\d+: .*"));
        assertThat(syncs().resolve(".modules/other/Contacts.json")).exists();
    }

    @Test
    void allModulesAreThoseOfTheCrm() throws IOException {
        write(
                "all.yaml",
                "from: { crm: \"*\", exclude: Emails }\nto: { file: out, name: \"{module}-{day}.csv\" }\n"
                        + "modules: { Users: { map: { name: user_name } } }\n");

        assertThat(run(true, "check")).as("%s", out).isZero();
        assertThat(lines())
                .satisfiesExactly(
                        state -> assertThat(state).isEqualTo("all: sound"),
                        followed -> assertThat(followed)
                                .startsWith("  Follows Campaigns, ")
                                .contains("Contacts")
                                .doesNotContain("Emails", "Users"),
                        whole -> assertThat(whole)
                                .contains("no time of modification: ")
                                .contains("Users", "Groups", "PBXManager"),
                        left -> assertThat(left)
                                .startsWith("  Left out: LineItem (its records come with their orders)"));
        assertThat(run(false, "check", "all")).isZero();
        assertThat(lines()).first().asString().startsWith("all: unchecked");

        write(
                "all.yaml",
                "from: { crm: \"*\" }\nto: { file: out, name: \"{module}-{day}.csv\" }\n"
                        + "modules: { Users: { map: { key: accesskey } } }\n");
        assertThat(run(true, "check")).isEqualTo(1);
        assertThat(lines()).anyMatch(line -> line.contains("The source has no column 'accesskey'"));

        write(
                "all.yaml",
                "from: { crm: \"*\", exclude: Email }\nto: { file: out, name: \"{module}-{day}.csv\" }\n"
                        + "modules: { Contact: { skip: \"false\" }, Users: { map: { key: accesskey } } }\n");
        assertThat(run(true, "check")).isEqualTo(1);
        assertThat(lines())
                .anyMatch(line -> line.contains("all.yaml:1:28: There is no module 'Email'")
                        && line.endsWith("did you mean Emails?"))
                .anyMatch(line -> line.contains("all.yaml:3:12: There is no module 'Contact'")
                        && line.endsWith("did you mean Contacts?"))
                .anyMatch(line -> line.contains("The source has no column 'accesskey'"));
    }

    @Test
    void fieldsToHideThatNoModuleHasAreNamed() throws IOException {
        for (String[] hidden : new String[][] {
            {"[Contacts, Leads]", "[birthday, company]", ""},
            {"Invoice", "[LineItem.comment, quantity, subject]", ""},
            {"[Contacts, Leads]", "[birthdy]", "did you mean birthday?"},
            {"Invoice", "[LineItem.coment]", "did you mean comment?"},
            {"'*'", "[Contacts.birthday, LineItem.comment]", ""},
            {"'*'", "[Contact.birthday]", "There is no module 'Contact'"},
            {"'*'", "[birthdy]", "is not one of any module that the sync reads"}
        }) {
            write(
                    "hiding.yaml",
                    "from: { crm: " + hidden[0] + " }\nto: { table: warehouse, columns: { block: " + hidden[1]
                            + " } }\n");

            assertThat(run(true, "check", "hiding")).as("%s", out).isEqualTo(hidden[2].isEmpty() ? 0 : 1);
            assertThat(out.toString()).contains(hidden[2]);
        }
    }

    @Test
    void relationsAreThoseOfTheCrmAndHaveTheirPrice() throws IOException {
        crm.crm().create("Contacts", Map.of("lastname", "Anna"));
        crm.crm().create("Contacts", Map.of("lastname", "Nobody"));
        write(
                "people.yaml",
                "from: { crm: Contacts, relations: [Products, Campaigns], where: \"lastname = 'Anna'\" }\nto: { file: out }\n");
        assertThat(run(true, "check")).as("%s", out).isZero();
        assertThat(lines())
                .containsExactly(
                        "people: sound",
                        "  The relations of Contacts (Products, Campaigns) take 2 requests for each record, and one more for"
                                + " each further 100 related records: 2 for the 1 records there are now, at first and"
                                + " every 7d.");

        write(
                "people.yaml",
                "from: { crm: [Contacts, Users] }\nto: { file: out }\nmodules:\n"
                        + "  Contacts: { relations: { labels: [Products, Campaign], sweep: 90m } }\n"
                        + "  Users: { relations: Products }\n");
        assertThat(run(true, "check")).isEqualTo(1);
        assertThat(lines())
                .anyMatch(line ->
                        line.contains("people.yaml:4:47: Contacts has no relation 'Campaign'; its relations are ")
                                && line.contains("Campaigns"))
                .anyMatch(line -> line.endsWith(
                        "people.yaml:5:23: Users has no relation 'Products'; it has none at all, so remove it."));

        write(
                "people.yaml",
                "from: { crm: [Contacts, Products], cron: 0 0 2 1 1 ? }\nto: { file: out, name: \"{module}.csv\" }\n"
                        + "modules: { Contacts: { relations: Products } }\n");
        assertThat(run(true, "check")).as("%s", out).isZero();
        assertThat(lines())
                .hasSize(3)
                .anyMatch(line -> line.contains("take one request for each record") && line.endsWith(", in each run."))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("  Relations of many records to many are left out, unless 'relations' names them: "
                                + "Contacts (")
                        .contains("Campaigns", "Products (")
                        .as("named from the other side")
                        .doesNotContain("Products (Contacts", ", Contacts,", ", Contacts)"));
    }

    @Test
    void withoutACrmOnlyTheStructureIsCheckedUntilModulesAreKept() throws IOException {
        write("leads.yaml", LEADS.formatted("in").replace("industry:", "industri:"));

        assertThat(run(false, "check", "--json")).isZero();
        assertThat(documents()).singleElement().satisfies(sync -> {
            assertThat(sync.get("state").asText()).isEqualTo("unchecked");
            assertThat(sync.get("crm").asText()).isEqualTo("vtiger.url is not set");
        });

        assertThat(run(true, "check")).isEqualTo(1);
        assertThat(run(false, "check", "--json")).isEqualTo(1);
        assertThat(documents()).first().satisfies(fault -> {
            assertThat(fault.get("line").asInt()).isEqualTo(6);
            assertThat(fault.get("fault").asText()).contains("industri");
        });
    }

    @Test
    void aCrmThatDoesNotAnswerIsSaid() throws IOException {
        write("leads.yaml", LEADS.formatted("in"));

        assertThat(run(Optional.of(new ClientSettings("http://127.0.0.1:1", "admin", "key")), "check"))
                .isZero();
        assertThat(lines())
                .singleElement()
                .asString()
                .startsWith("leads: unchecked, since the fields are not known: ")
                .contains("127.0.0.1:1")
                .doesNotContain("key ");
    }

    @Test
    void columnsAreThoseOfTheFileThatWaits() throws IOException {
        Path inbox = Files.createDirectories(directory.resolve("in"));
        Files.writeString(inbox.resolve("a.csv"), "Last Name,E-Mail,Branch,Fax\nx,a@b.c,Bau,1\n");
        write("leads.yaml", LEADS.formatted(inbox));

        assertThat(run(true, "check")).isEqualTo(1);
        assertThat(lines()).anySatisfy(line -> assertThat(line)
                .contains(":6:21: The source has no column 'Branche'; did you mean Branch?"));

        write("leads.yaml", LEADS.formatted(inbox).replace("Branche", "Branch"));
        assertThat(run(true, "check")).isZero();
        assertThat(lines())
                .containsExactly(
                        "leads: sound",
                        "  The column 'Fax' goes nowhere; list what is left out on purpose in 'ignore'.");
    }

    @Test
    void testsRunWithoutACrm() throws IOException {
        write("leads.yaml", LEADS.formatted("in"));
        assertThat(run(true, "check")).isZero();
        write(
                "leads.test.yaml",
                """
                - row: { Last Name: Lovelace, E-Mail: ada@example.com, Branche: Bau }
                  record: { lastname: Lovelace, email: ada@example.com, industry: Construction }
                - row: { Last Name: Lovelace, E-Mail: "" }
                  rejected: email
                """);

        assertThat(run(false, "test")).as(err.toString()).isZero();
        assertThat(lines()).containsExactly("leads: 2 of 2 cases hold");

        write(
                "leads.test.yaml",
                """
                - row: { Last Name: Lovelace, E-Mail: ada@example.com, Branche: Bau }
                  record: { lastname: Byron, email: ada@example.com, phone: 1 }
                - row: { Last Name: Lovelace, E-Mail: ada@example.com }
                  rejected: email
                - row: { Last Name: Lovelace, E-Mail: "" }
                  skipped: true
                - row: { Last Name: Lovelace }
                  record: { }
                  skipped: true
                - rows: { }
                """);
        assertThat(run(false, "test", "leads")).isEqualTo(1);
        assertThat(lines())
                .contains("leads: 0 of 3 cases hold")
                .anyMatch(line ->
                        line.contains("leads.test.yaml:1:1: The record has lastname = 'Lovelace' instead of 'Byron'."))
                .anyMatch(
                        line -> line.contains(":1:1: The record has industry = 'Construction', which is not expected."))
                .anyMatch(line -> line.contains(":1:1: The record has no phone; expected is '1'."))
                .anyMatch(line -> line.contains(":3:1: The row becomes a record: "))
                .anyMatch(line -> line.contains(":5:1: The row is rejected: The field email"))
                .anyMatch(line -> line.contains(":9:3: A case has one result"))
                .anyMatch(line -> line.contains(":10:3: There is no key 'rows' in the case; did you mean row?"));
    }

    @Test
    void testsSayWhatTheyLack() throws IOException {
        write("leads.yaml", LEADS.formatted("in"));

        assertThat(run(false, "test", "leads")).isEqualTo(1);
        assertThat(lines()).first().asString().contains("leads.test.yaml:1:1: There is no such file");

        write("leads.test.yaml", "- { row: { Last Name: x }, skipped: true }\n");
        assertThat(run(false, "test")).isEqualTo(1);
        assertThat(lines()).first().asString().contains("run 'sync check leads' once with vtiger.url set");
    }

    @Test
    void draftsASyncThatCheckTakes() throws IOException {
        Path file = Files.writeString(
                directory.resolve("My leads.csv"),
                "First Name,Last Name,E-mail Address,Business Phone,Shoe Size\nA,B,c@d.e,1,40\n");

        assertThat(run(true, "draft", "--from", file.toString(), "--module", "Leads"))
                .as(err.toString())
                .isZero();
        assertThat(lines()).singleElement().asString().contains("My-leads.yaml: 2 likely, 1 none, 2 sure");
        assertThat(syncs().resolve("My-leads.yaml"))
                .content()
                .contains(
                        "  lastname: Last Name # sure",
                        "  email: E-mail Address # likely",
                        "  # FIELD: Shoe Size # no field is like it");
        assertThat(run(true, "check", "My-leads")).as(out.toString()).isZero();

        assertThat(run(true, "draft", "--from", file.toString(), "--module", "Leads"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("choose another name by --name");
        assertThat(run(true, "draft", "--from", file.toString(), "--module", "Lead", "--name", "x"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("'Lead'", "Leads");
    }

    @Test
    void wrongUseIsSaid() throws IOException {
        write("leads.yaml", LEADS.formatted("in"));

        assertThat(run(false, "check", "lead")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no sync 'lead' in", "did you mean leads?");
        assertThat(run(false, "test", "--loud")).isEqualTo(2);
    }

    private int run(boolean withCrm, String... arguments) {
        return run(
                withCrm
                        ? Optional.of(new ClientSettings(crm.url(), crm.username(), crm.accessKey()))
                        : Optional.empty(),
                arguments);
    }

    private int run(Optional<ClientSettings> connection, String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        return SyncCommand.run(
                () -> {
                    throw new AssertionError("These commands need no store.");
                },
                new SyncDirectory(
                        syncs(),
                        text -> text.replace("{{newsletter.url}}", "https://newsletter.example.com/subscribers"),
                        connection,
                        name -> connection.filter(any -> name.equals("other")),
                        name -> StoreAddress.files(directory.resolve(name), name)),
                directory,
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                RunWatcher.NONE,
                Optional.empty(),
                arguments);
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    private List<JsonNode> documents() throws IOException {
        ObjectMapper json = new ObjectMapper();
        return json.readerFor(JsonNode.class)
                .<JsonNode>readValues(out.toString())
                .readAll();
    }

    private Path syncs() {
        return directory.resolve("syncs");
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(syncs());
        Files.writeString(syncs().resolve(name), text);
    }
}
