package io.github.camelvtiger.routes.sync.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.sync.definition.Limits.Limit;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition.Start;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SyncFilesTest {

    private static final String SOUND = "from: { file: in }\nto: { crm: Leads }\n";

    @TempDir
    private Path directory;

    @Test
    void readsWhatTheFilesSay() {
        SyncFiles read = SyncFiles.read(SyncCorpus.GOOD, SyncCorpus.PLACEHOLDERS);

        assertThat(read.faults()).isEmpty();
        assertThat(read.files())
                .extracting(file -> file.definition().name())
                .isSorted()
                .isEqualTo(read.names())
                .contains("price-list", "partner-leads");

        SyncDefinition leads = definition(read, "partner-leads");
        assertThat(leads.from())
                .isEqualTo(new Source.Files(
                        "data/inbox/leads",
                        new Format(Optional.empty(), "windows-1252", Optional.of("\t"), Optional.empty())));
        assertThat(leads.to()).isEqualTo(new Target.Crm(List.of("Leads"), Optional.empty(), false));
        assertThat(leads.limits())
                .isEqualTo(new Limits(Optional.of(new Limit(500, false)), Optional.of(new Limit(0, false))));
        assertThat(leads.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(leads.locale()).isEqualTo(Locale.GERMANY);
        assertThat(leads.sha256()).hasSize(64);
        SyncPart part = leads.part("Leads");
        assertThat(part.match()).containsExactly("email");
        assertThat(part.leftOut()).containsExactly("Faxnummer");
        assertThat(part.skip()).hasValue("${body[Status]} == 'alt'");
        assertThat(part.fields().keySet())
                .containsExactly(
                        "lastname",
                        "firstname",
                        "email",
                        "leadsource",
                        "industry",
                        "annualrevenue",
                        "city",
                        "description",
                        "assigned_user_id");
        assertThat(part.fields().get("lastname")).isEqualTo(FieldRule.column("Last Name"));
        FieldRule industry = part.fields().get("industry");
        assertThat(industry.values()).containsEntry("Bau", "Construction").containsEntry("1", "Banking");
        assertThat(industry.fallback()).hasValue("Other");
        assertThat(part.fields().get("city").part()).isEqualTo(-1);

        SyncDefinition prices = definition(read, "price-list");
        assertThat(prices.enabled()).isFalse();
        assertThat(prices.deletions()).isEqualTo(new Deletions.Missing("productcategory = 'Partner'"));
        assertThat(prices.limits().deletes()).hasValue(new Limit(2.5, true));
        assertThat(prices.after()).hasValue("partner-leads");
        assertThat(prices.part("Products").fields().get("vendor_id").module()).hasValue("Vendors");

        SyncDefinition warehouse = definition(read, "warehouse");
        assertThat(warehouse.start()).isEqualTo(Start.NOW);
        assertThat(warehouse.names()).isTrue();
        assertThat(warehouse.deletions()).isEqualTo(new Deletions.Events());
        assertThat(warehouse.part("Contacts").where()).hasValue("mailingcity = 'Berlin'");
        assertThat(warehouse.part("Contacts").relations())
                .isEqualTo(new Relations(List.of("Products", "Service Contracts"), Optional.of(Duration.ofDays(2))));
        assertThat(warehouse.part("Leads").fields()).as("said nothing of").isEmpty();
        assertThat(warehouse.part("Leads").relations().isEmpty()).isTrue();

        Relations documents = definition(read, "documents").part("Documents").relations();
        assertThat(documents.labels()).containsExactly("Contacts");
        assertThat(documents.every()).isEqualTo(Duration.ofDays(7));

        SyncDefinition marked = definition(read, "marked");
        assertThat(marked.enabled()).isTrue();
        assertThat(marked.start()).isEqualTo(Start.BEGINNING);
        assertThat(marked.from()).hasFieldOrPropertyWithValue("path", "data/inbox/contacts");
        assertThat(marked.part("Contacts").fields()).containsEntry("lastname", FieldRule.column("Last Name"));
        assertThat(marked.deletions()).isEqualTo(new Deletions.Marked("gone", "yes"));
    }

    @Test
    void aTableHasOneWriter() throws IOException {
        write("a.yaml", "from: { crm: \"*\", exclude: [Leads] }\nto: { table: warehouse }\n");
        write("b.yaml", "from: { crm: [Contacts, Leads] }\nto: { table: warehouse }\n");
        write("c.yaml", "from: { crm: Leads }\nto: { table: other }\n");
        write("d.yaml", "from: { crm: Contacts }\nto: { table: warehouse }\nenabled: false\n");

        assertThat(SyncFiles.read(directory, SyncCorpus.PLACEHOLDERS).faults())
                .singleElement()
                .asString()
                .contains("b.yaml:2:7: The sync a writes the same tables of 'warehouse'");
    }

    @Test
    void readsTheAddressesOfEndpoints() {
        SyncFiles read = SyncFiles.read(SyncCorpus.GOOD, SyncCorpus.PLACEHOLDERS);

        Source.Uri queue = (Source.Uri) definition(read, "leads-from-queue").from();
        assertThat(queue.uri().text())
                .isEqualTo("jms:queue:leads?concurrentConsumers=RAW(2)&selector=RAW{kind = 'a)b'}");
        assertThat(queue.format().kind()).hasValue(Format.Kind.CSV);
        assertThat(queue.id()).hasValue("orderNumber");
        assertThat(queue.deadLetter()).hasValue(EndpointUri.of("jms:queue:leads.dead", "jms:queue:leads.dead"));

        SyncDefinition tickets = definition(read, "tickets-to-kafka");
        Target.Uri kafka = (Target.Uri) tickets.to();
        assertThat(kafka.uri().text())
                .as("a placeholder may name a secret")
                .isEqualTo("kafka:crm.tickets?brokers=localhost:9092&saslJaasConfig=RAW({{secret}})");
        assertThat(kafka.label()).isEqualTo("uri kafka:crm.tickets");
        assertThat(kafka.format().kind()).hasValue(Format.Kind.JSON);
        assertThat(kafka.key()).isEqualTo("ticket_no");
        assertThat(tickets.start()).as("who reads messages expects news").isEqualTo(Start.NOW);
    }

    @ParameterizedTest
    @MethodSource("io.github.camelvtiger.routes.sync.definition.SyncCorpus#bad")
    void saysWhatIsWrongAndWhere(SyncCorpus.Bad bad) throws IOException {
        Path file = write(bad.name() + ".yaml", bad.text());
        SyncFiles read = SyncFiles.read(directory, SyncCorpus.PLACEHOLDERS);

        assertThat(read.files()).isEmpty();
        assertThat(read.faults()).hasSameSizeAs(bad.faults()).allSatisfy(fault -> {
            assertThat(fault.file()).isEqualTo(file);
            assertThat(fault.sentence()).matches("(?s)[A-Z].*[.?\"]").doesNotContain("null", "Optional", "s3cret");
        });
        for (String expected : bad.faults()) {
            String[] parts = expected.split(" ", 2);
            assertThat(read.faults()).anySatisfy(fault -> {
                assertThat(fault.line() + ":" + fault.column()).isEqualTo(parts[0]);
                assertThat(fault.sentence()).contains(parts[1]);
            });
        }
    }

    @Test
    void allFilesAreReadWhateverIsWrongWithSome() throws IOException {
        write("b.yaml", "from: [\n");
        write("c.yaml", "from: { file: in }\nto: { crm: Leads }\nzone: nowhere\n");
        Files.write(directory.resolve("d.yaml"), "name: Müller".getBytes(StandardCharsets.ISO_8859_1));
        write("e.yaml", "");
        write("f.yaml", SOUND + "---\n" + SOUND);
        write("sound.yaml", "\uFEFF" + SOUND);
        write("sound.test.yaml", "anything");
        write(".hidden.yaml", "anything");
        write("notes.txt", "anything");

        SyncFiles read = SyncFiles.read(directory, SyncCorpus.PLACEHOLDERS);

        assertThat(read.files()).extracting(file -> file.definition().name()).containsExactly("sound");
        assertThat(read.names()).containsExactly("b", "c", "d", "e", "f", "sound");
        assertThat(read.faults())
                .extracting(SyncFault::toString)
                .satisfiesExactly(
                        fault -> assertThat(fault).contains("b.yaml:2:1: The file is not YAML: "),
                        fault -> assertThat(fault).contains("c.yaml:3:7: The value 'nowhere' of zone"),
                        fault -> assertThat(fault).contains("d.yaml:1:1: The file is not UTF-8"),
                        fault -> assertThat(fault).contains("e.yaml:1:1: The file is empty"),
                        fault -> assertThat(fault).contains("f.yaml:4:1: A file has one sync"));
    }

    @Test
    void namesAreThereOnceWhateverTheirCase() throws IOException {
        write("leads.yaml", SOUND);
        write("others.yaml", SOUND + "name: Leads\n");

        SyncFiles read = SyncFiles.read(directory, SyncCorpus.PLACEHOLDERS);

        assertThat(read.files()).extracting(file -> file.definition().name()).containsExactly("leads");
        assertThat(read.faults())
                .extracting(SyncFault::toString)
                .singleElement()
                .asString()
                .contains("others.yaml:3:1: The name 'Leads' is that of leads.yaml as well");
    }

    @Test
    void syncsThatWaitForEachOtherAreNamed() throws IOException {
        write("a.yaml", SOUND + "after: b\n");
        write("b.yaml", SOUND + "after: c\n");
        write("c.yaml", SOUND + "after: a\n");
        write("d.yaml", SOUND + "after: a\n");

        SyncFiles read = SyncFiles.read(directory, SyncCorpus.PLACEHOLDERS);

        assertThat(read.files())
                .as("it is not in the circle")
                .extracting(file -> file.definition().name())
                .containsExactly("d");
        assertThat(read.faults())
                .hasSize(3)
                .first()
                .hasToString(directory.resolve("a.yaml")
                        + ":3:1: The syncs wait for each other in a circle (a after b after c after a); remove 'after'"
                        + " from one of them.");
    }

    @Test
    void oneMayWaitForASyncWithFaults() throws IOException {
        write("broken.yaml", "from: [");
        write("sound.yaml", SOUND + "after: broken\n");

        assertThat(SyncFiles.read(directory, SyncCorpus.PLACEHOLDERS).files()).hasSize(1);
    }

    @Test
    void aFaultShowsThePlaceholderNotItsValue() throws IOException {
        write("a.yaml", SOUND + "zone: \"{{secret}}\"\nlocale: \"{{secret}}\"\nlimits: { changes: \"{{secret}}\" }\n");

        assertThat(SyncFiles.read(directory, SyncCorpus.PLACEHOLDERS).faults())
                .hasSize(3)
                .allSatisfy(fault ->
                        assertThat(fault.sentence()).contains("'{{secret}}'").doesNotContain("s3cret"));
    }

    @Test
    void aFaultThatIsFoundLaterHasItsPlace() throws IOException {
        write("a.yaml", SOUND + "map:\n  industry:\n    from: Branche\n    values: { Bau: Beton }\n");
        SyncFile file =
                SyncFiles.read(directory, SyncCorpus.PLACEHOLDERS).files().get(0);

        assertThat(place(file, "map", "industry")).isEqualTo("4:3");
        assertThat(place(file, "map", "industry", "from", "Branche")).isEqualTo("5:11");
        assertThat(place(file, "map", "industry", "values", "Bau")).isEqualTo("6:15");
        assertThat(place(file, "map", "industry", "nothing", "there")).isEqualTo("4:3");
        assertThat(place(file)).isEqualTo("1:1");
    }

    @Test
    void aliasesMayLeadBackToWhereTheyAre() throws IOException {
        write("a.yaml", SOUND + "map: &map { lastname: &column Name, firstname: *column, values: *map }\n");

        assertThat(SyncFiles.read(directory, SyncCorpus.PLACEHOLDERS).faults()).isNotEmpty();
    }

    @Test
    void noDirectoryIsOneWithoutFiles() {
        assertThat(SyncFiles.read(directory.resolve("none"), SyncCorpus.PLACEHOLDERS))
                .isEqualTo(new SyncFiles(List.of(), List.of(), Map.of()));
    }

    private static String place(SyncFile file, String... path) {
        SyncFault fault = file.fault("x", List.of(path));
        return fault.line() + ":" + fault.column();
    }

    private static SyncDefinition definition(SyncFiles files, String name) {
        return files.files().stream()
                .map(SyncFile::definition)
                .filter(definition -> definition.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
