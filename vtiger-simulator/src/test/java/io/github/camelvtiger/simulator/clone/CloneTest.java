package io.github.camelvtiger.simulator.clone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.simulator.Crm;
import io.github.camelvtiger.simulator.LoggedIn;
import io.github.camelvtiger.simulator.SimulatorCommand;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.metadata.CustomMetadata;
import io.github.camelvtiger.simulator.seed.Seed;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A CRM with custom fields and a custom module is copied into a file, and a simulator starts from the file. */
class CloneTest {

    private static final String METADATA =
            """
            {"modules":[
              {"name":"Contacts","after":"lastname","fields":[
                {"name":"cf_901","label":"Level","type":"picklist","picklist":["Gold","Silver"]},
                {"name":"cf_903","label":"Nickname","type":"string"},
                {"name":"cf_905","label":"Partner","type":"reference","refersTo":["Accounts"]}]},
              {"name":"Leads","picklists":{"leadsource":["Fair"]},"without":["fax"]},
              {"name":"Cars","label":"Cars","singular":"Car","fields":[
                {"name":"plate","label":"Plate","type":"string","mandatory":true},
                {"name":"seats","label":"Seats","type":"integer"}]}]}""";

    @TempDir
    private Path directory;

    private Path clone;
    private String account;
    private String contact;
    private String car;
    private String told;

    @BeforeEach
    void cloneACrm() throws Exception {
        Path metadata = Files.writeString(directory.resolve("metadata.json"), METADATA);
        clone = directory.resolve("crm.jsonl.gz");
        try (SimulatorServer source = SimulatorServer.builder()
                .seed("empty")
                .metadata(CustomMetadata.read(metadata))
                .start()) {
            Crm crm = source.crm();
            account = crm.create("Accounts", Map.of("accountname", "Analytical Engines"));
            contact = crm.create(
                    "Contacts",
                    Map.of(
                            "lastname", "Lovelace",
                            "email", "ada@analytical.com",
                            "leadsource", "Trade Show",
                            "birthday", "1815-12-10",
                            "account_id", account,
                            "cf_901", "Gold",
                            "cf_903", "Countess",
                            "cf_905", account));
            crm.create("Contacts", Map.of("lastname", "Babbage"));
            car = crm.create("Cars", Map.of("plate", "ADA 1", "seats", "4"));
            told = run(
                    "clone",
                    "--url",
                    source.url(),
                    "--username",
                    "admin",
                    "--access-key",
                    source.accessKey(),
                    "--records",
                    "50",
                    "--out",
                    clone.toString());
            assertThat(content()).doesNotContain(source.accessKey());
        }
    }

    @Test
    void textsAreMaskedAndNothingElse() throws IOException {
        assertThat(told).contains("Contacts: 2 records").contains("Cars: 1 records");
        assertThat(content()).doesNotContain("Lovelace", "Countess", "analytical", "Analytical", "ADA 1");

        try (SimulatorServer server =
                SimulatorServer.builder().seed(clone.toString()).start()) {
            assertThat(server.crm().record(contact).orElseThrow())
                    .containsEntry("leadsource", "Trade Show")
                    .containsEntry("birthday", "1815-12-10")
                    .containsEntry("account_id", account)
                    .containsEntry("cf_901", "Gold")
                    .containsEntry("cf_905", account)
                    .containsEntry("assigned_user_id", "19x1");
            assertThat(server.crm().record(car).orElseThrow()).containsEntry("seats", "4");
        }
    }

    @Test
    void labelsInTheLanguageOfTheUserAreTakenOver() throws Exception {
        String german =
                """
                {"modules":[],"languages":{"de_de":{"Contacts":{"Contacts":"Personen","Last Name":"Nachname",
                  "Cold Call":"Kaltakquise"}}}}""";
        Path metadata = Files.writeString(directory.resolve("german.json"), german);
        Path file = directory.resolve("german.jsonl.gz");
        try (SimulatorServer source = SimulatorServer.builder()
                .seed("empty")
                .metadata(CustomMetadata.read(metadata))
                .start()) {
            source.crm().revise("19x1", Map.of("language", "de_de"));
            String[] arguments = {
                "clone",
                "--url",
                source.url(),
                "--username",
                "admin",
                "--access-key",
                source.accessKey(),
                "--out",
                file.toString()
            };
            run(arguments);
        }

        try (SimulatorServer server =
                SimulatorServer.builder().seed(file.toString()).start()) {
            assertThat(LoggedIn.to(server)
                            .get("describe", "elementType", "Contacts")
                            .body())
                    .contains("{\"label\":\"Personen\"", "\"label\":\"Nachname\"", "\"label\":\"First Name\"")
                    .contains("{\"label\":\"Kaltakquise\",\"value\":\"Cold Call\"}");
        }
    }

    @Test
    void aSimulatorStartsWithTheFieldsModulesAndNewKeys() {
        try (SimulatorServer server =
                SimulatorServer.builder().seed(clone.toString()).start()) {
            Crm crm = server.crm();
            String next = crm.create("Cars", Map.of("plate", "NEW", "seats", "2"));

            assertThat(number(next)).isGreaterThan(number(car));
            assertThat(crm.record(next).orElseThrow()).containsEntry("plate", "NEW");
            assertThat(crm.record(crm.create("Contacts", Map.of("lastname", "X")))
                            .orElseThrow())
                    .containsEntry("contact_no", "CON3");
            assertThat(crm.record(crm.create("Leads", Map.of("lastname", "X"))).orElseThrow())
                    .doesNotContainKey("fax");
            assertThat(crm.as("user6").count("Contacts")).isEqualTo(3);
        }
    }

    /** {@code change-feed.md §7}: no time moves. */
    @Test
    void aDeletedAccountLeavesItsContactsSilently() {
        try (SimulatorServer server =
                SimulatorServer.builder().seed(clone.toString()).start()) {
            String before = server.crm().record(contact).orElseThrow().get("modifiedtime");

            server.crm().delete(account);

            assertThat(server.crm().record(contact).orElseThrow())
                    .containsEntry("account_id", "")
                    .containsEntry("cf_905", "")
                    .containsEntry("modifiedtime", before);
        }
    }

    @Test
    void anotherFileIsRefusedInOneSentence() throws IOException {
        Path other = Files.writeString(directory.resolve("other.gz"), "no clone");

        assertThatThrownBy(() -> Seed.parse(other.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a file written by the command clone");
    }

    @Test
    void aServerThatIsNotThereIsSaidInOneSentence() {
        StringWriter err = new StringWriter();
        int code = new CommandLine(new SimulatorCommand())
                .setErr(new PrintWriter(err))
                .execute(
                        "clone",
                        "--url",
                        "http://127.0.0.1:1",
                        "--username",
                        "admin",
                        "--access-key",
                        "k3y",
                        "--out",
                        directory.resolve("none.gz").toString());

        assertThat(code).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("http://127.0.0.1:1 cannot be cloned into")
                .contains("nothing answers there: check --url")
                .doesNotContain("k3y");
    }

    private String content() throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(clone))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static long number(String id) {
        return Long.parseLong(id.substring(id.indexOf('x') + 1));
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        int code = new CommandLine(new SimulatorCommand())
                .setOut(new PrintWriter(out))
                .execute(arguments);
        assertThat(code).as(out.toString()).isZero();
        return out.toString();
    }
}
