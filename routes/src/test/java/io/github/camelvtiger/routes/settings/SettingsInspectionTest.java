package io.github.camelvtiger.routes.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsInspectionTest {

    @TempDir
    private Path directory;

    private final Map<String, String> given = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void defaults() throws IOException {
        Properties defaults = new Properties();
        try (InputStream file = getClass().getResourceAsStream("/application.properties")) {
            defaults.load(file);
        }
        defaults.forEach((name, value) ->
                given.put(name.toString(), value.toString().replace("{{data.directory}}", directory.toString())));
    }

    private SettingsInspection inspect() {
        return SettingsInspection.of(
                new SettingsSource() {
                    @Override
                    public Set<String> names() {
                        return given.keySet();
                    }

                    @Override
                    public Optional<String> value(String name) {
                        return Optional.ofNullable(given.getOrDefault(name, environment.get(name)))
                                .map(String::trim);
                    }

                    @Override
                    public Optional<String> variable(String name) {
                        return environment.containsKey(name) ? Optional.of("SOME_" + name) : Optional.empty();
                    }
                },
                false);
    }

    @Test
    void theDefaultsAreSound() {
        SettingsInspection inspection = inspect();

        assertThat(inspection.faults()).isEmpty();
        assertThat(inspection.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            vtiger.usrname     | vtiger.username
            vtiger.user-name   | vtiger.username
            vtiger.accessKey   | vtiger.access-key
            vtiger.URL         | vtiger.url
            poll.dealy         | poll.delay
            poll.interval      | poll.delay
            export.modul       | export.module
            export.enable      | export.enabled
            tickets.redelivery | tickets.redeliveries
            tickets.enable     | tickets.enabled
            cursor.dir         | cursor.directory
            cluster.servce     | cluster.service
            broker.ulr         | broker.url
            once.minute        | once.minutes
            data.dir           | data.directory
            log.directry       | log.directory
            data               | data.directory
            """)
    void aTypoIsRefusedWithTheRightName(String typo, String right) {
        given.put(typo, "x");

        assertThat(inspect().sentences())
                .singleElement()
                .asString()
                .contains(typo)
                .contains(right);
    }

    @ParameterizedTest
    @CsvSource({
        "contacts.start-from, start: now",
        "leads.charset, charset:",
        "leads.minimum-age, syncs.minimum-age",
    })
    void aSettingOfAnEarlierVersionIsRefusedWithWhatIsInItsPlace(String name, String remedy) {
        given.put(name, "x");

        assertThat(inspect().sentences())
                .singleElement()
                .asString()
                .startsWith("There is no setting " + name + " any more; ")
                .contains(remedy);
    }

    @Test
    void whatIsTheUsersOwnOrCamelsIsLeftAlone() {
        given.put("shop.url", "x");
        given.put("camel.main.tracing", "true");
        given.put("vtigerfoo", "x");

        SettingsInspection inspection = inspect();

        assertThat(inspection.faults()).isEmpty();
        assertThat(inspection.warnings()).isEmpty();
    }

    @Test
    void aSlipInTheFirstPartIsOnlyWarnedOf() {
        given.put("vtigr.url", "x");
        given.put("Vtiger.username", "x");
        given.put("pol.delay", "x");

        SettingsInspection inspection = inspect();

        assertThat(inspection.faults()).isEmpty();
        assertThat(inspection.warnings())
                .hasSize(3)
                .anyMatch(warning -> warning.contains("vtigr.url") && warning.contains("vtiger.url"))
                .anyMatch(warning -> warning.contains("Vtiger.username"))
                .anyMatch(warning -> warning.contains("pol.delay"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            60000     | 60000
            2s        | 2000
            1m30s     | 90000
            1m 30s    | 90000
            PT1M      | 60000
            pt1m      | 60000
            PT1M0.5S  | 60500
            1d        | 86400000
            P1D       | 86400000
            """)
    void durationsAreTakenInEveryForm(String written, String millis) {
        given.put("poll.delay", written);

        assertThat(inspect().values()).containsEntry("poll.delay", millis);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            poll.delay             | often
            poll.delay             | 5 Minuten
            poll.delay             | 1.5s
            poll.delay             | -60000
            poll.delay             | PT-1M
            poll.delay             | 0
            poll.delay             | 999
            poll.delay             | 99999999999999999999
            poll.delay             | 9000000000000000000d
            poll.delay             | 400d
            poll.minimum           | 0
            poll.minimum           | sometimes
            once.minutes           | 0
            once.minutes           | forever
            once.minutes           | 30s
            syncs.minimum-age      | soon
            export.enabled         | yes
            tickets.enabled        | 1
            export.module          | Sales Orders
            export.module          | Contacts?x=y
            export.cron            | every night
            export.cron            | 0 0 2 * *
            export.cron            | 0 0 2 * * *
            export.cron            | 0 0 2 30 2 ?
            tickets.redeliveries   | many
            tickets.redeliveries   | -2
            tickets.redeliveries   | 1e3
            tickets.redeliveries   | 99999999999
            cluster.service        | consul
            cluster.zookeeper.nodes| zoo1:two
            cluster.zookeeper.nodes| zoo1:99999
            cluster.zookeeper.nodes| zoo1:1,,zoo2:2
            cluster.zookeeper.path | routes
            cursor.jdbc.url        | postgres://db/x
            cursor.jdbc.url        | jdbc:nothing:x
            log.format             | xml
            log.level              | loud
            vtiger.url             | crm.example.com
            vtiger.url             | localhost:8080
            vtiger.url             | ftp://crm.example.com
            vtiger.url             | http://
            vtiger.url             | http://crm.example.com:99999
            vtiger.url             | https://crm.example.com/index.php?module=Home
            broker.url             | localhost:61616
            broker.url             | amqp://localhost
            broker.url             | tcp://
            broker.url             | (tcp://one:1
            data.directory         | data?x=y
            """)
    void aBadValueIsRefusedWithNameValueAndCure(String name, String value) {
        given.put(name, value);
        given.put("vtiger.username", "integration");
        given.put("vtiger.access-key", "k");
        given.putIfAbsent("vtiger.url", "https://crm.example.com");

        assertThat(inspect().sentences())
                .singleElement()
                .asString()
                .startsWith("The setting " + name + " ")
                .contains(value.contains("?") && name.endsWith("url") ? "not shown" : "'" + value + "'")
                .contains(";")
                .endsWith(".");
    }

    @Test
    void aFileWhereADirectoryBelongsIsRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        for (String name : new String[] {"data.directory", "cursor.directory", "cluster.directory", "log.directory"}) {
            String before = given.put(name, file.toString());
            assertThat(inspect().sentences()).singleElement().asString().contains(name, file.toString(), "is a file");
            given.put(name, file.resolve("below").toString());
            assertThat(inspect().sentences()).singleElement().asString().contains(name, file.toString(), "is a file");
            given.put(name, before);
        }
    }

    @Test
    void anEmptyValueDoesNotHideADefault() {
        given.put("export.cron", " ");
        given.put("broker.url", "");

        assertThat(inspect().sentences()).singleElement().asString().contains("export.cron", "empty");
    }

    @Test
    void passwordsInAddressesAreRefusedAndNotShown() {
        given.put("vtiger.url", "https://me:s3cret@crm.example.com");
        given.put("vtiger.username", "me");
        given.put("vtiger.access-key", "k");
        given.put("broker.url", "(tcp://one:1,tcp://me:s3cret@two:1)");

        assertThat(inspect().sentences()).hasSize(2).allSatisfy(sentence -> assertThat(sentence)
                .contains("password")
                .doesNotContain("s3cret"));
    }

    @Test
    void optionsOfTheBrokersAddressMayBeThere() {
        given.put(
                "broker.url", "(tcp://one:61616?sslEnabled=true;trustStorePassword=s3cret,tcp://[::1]:61617)?ha=true");

        assertThat(inspect().faults()).isEmpty();
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        given.put("vtiger.url", "https://crm.example.com");
        given.put("vtiger.usrname", "me");
        given.put("poll.delay", "often");
        given.put("cluster.service", "zookeeper");
        given.put("cursor.jdbc.url", "nonsense");

        assertThat(inspect().faults())
                .extracting(SettingFault::name)
                .containsExactlyInAnyOrder(
                        "vtiger.username",
                        "vtiger.access-key",
                        "vtiger.usrname",
                        "poll.delay",
                        "cluster.zookeeper.nodes",
                        "store.url",
                        "cursor.jdbc.url");
    }

    @Test
    void aBadValueOfTheEnvironmentIsNamedWithItsVariable() {
        given.remove("log.format");
        environment.put("log.format", "combined");

        assertThat(inspect().sentences()).singleElement().asString().contains("variable SOME_log.format");
    }

    @Test
    void theMinimumIsTheUsersToLower() {
        given.put("poll.delay", "500");
        given.put("poll.minimum", "100ms");

        assertThat(inspect().faults()).isEmpty();
    }

    @Test
    void aDataSourceHasAnAddressAUserAndAPassword() {
        given.put("sql.warehouse.url", "jdbc:h2:mem:warehouse");
        given.put("sql.warehouse.username", "me");
        given.put("sql.warehouse.password", "s3cret");

        assertThat(inspect().faults()).isEmpty();
    }

    @Test
    void ofADataSourceBadNamesAndAddressesAreRefused() {
        given.put("sql.warehouse.url", "warehouse?password=s3cret");
        given.put("sql.warehouse.user", "me");
        given.put("sql.Url", "jdbc:h2:mem:warehouse");

        assertThat(inspect().sentences())
                .hasSize(3)
                .anyMatch(sentence -> sentence.contains("sql.warehouse.url") && sentence.contains("JDBC"))
                .anyMatch(sentence -> sentence.contains("sql.warehouse.user;") && sentence.contains("mean"))
                .anyMatch(sentence -> sentence.contains("sql.Url;") && sentence.contains("sql.NAME.url"))
                .noneMatch(sentence -> sentence.contains("s3cret"));
    }

    @Test
    void whatIsSetForNothingIsWarnedOf() {
        given.put("vtiger.username", "me");
        given.put("broker.password", "s3cret");

        SettingsInspection inspection = inspect();

        assertThat(inspection.faults()).isEmpty();
        assertThat(inspection.warnings())
                .hasSize(2)
                .anyMatch(warning -> warning.contains("vtiger.url"))
                .anyMatch(warning -> warning.contains("broker.url"))
                .noneMatch(warning -> warning.contains("s3cret"));
    }

    @Test
    void aSentenceNamesTheSettingForTheOption() {
        assertThat(OptionNames.toSettings("check the option accessKey (My Preferences); correct the url option."))
                .isEqualTo("check the setting vtiger.access-key (My Preferences); correct the vtiger.url setting.");
        assertThat(OptionNames.toSettings("delete it, or set the option startFrom to now."))
                .isEqualTo("delete it, or set the key start of the sync file to now.");
        assertThat(OptionNames.toSettings("the option startFromX and the option columns"))
                .isEqualTo("the option startFromX and the option columns");
    }
}
