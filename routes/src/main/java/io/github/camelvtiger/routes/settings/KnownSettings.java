package io.github.camelvtiger.routes.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All settings of the application. Their explanations are in the file application.properties of the project. */
final class KnownSettings {

    private static final Duration LONGEST = Duration.ofDays(365);
    private static final Check DIRECTORY = new DirectoryPath();
    private static final Check SWITCH = new Choice("true", "false");

    /** What an earlier version had, and what to do instead. */
    private final Map<String, String> former = Map.of(
            "contacts.start-from",
            "write 'start: now' into the sync files contacts-to-files.yaml and contacts-by-day.yaml, which begin with all"
                    + " Contacts without it",
            "leads.charset",
            "write 'charset:' behind 'file:' in the sync file leads-from-csv.yaml",
            "leads.minimum-age",
            "syncs.minimum-age holds for the files of all syncs");

    private final Set<String> given;

    /** @param given the names that are set, which say what data sources there are */
    KnownSettings(Set<String> given) {
        this.given = given;
    }

    private final List<Setting> fixed = List.of(
            Setting.address("vtiger.url", new WebAddress()),
            Setting.optional("vtiger.username", Check.ANY),
            Setting.secret("vtiger.access-key"),
            Setting.withDefault("vtiger.protocol", new Choice("auto", "webservice", "rest")),
            Setting.optional("poll.delay", DurationValue.ofMillis(Duration.ofMillis(1), LONGEST)),
            Setting.withDefault("poll.minimum", DurationValue.ofMillis(Duration.ofMillis(1), LONGEST)),
            Setting.withDefault("data.directory", DIRECTORY),
            Setting.withDefault("cursor.directory", DIRECTORY),
            Setting.withDefault("export.enabled", SWITCH),
            Setting.withDefault("export.module", new ModuleName()),
            Setting.withDefault("export.cron", new CronSchedule()),
            Setting.address("broker.url", new BrokerUrl()),
            Setting.optional("broker.username", Check.ANY),
            Setting.secret("broker.password"),
            Setting.withDefault("tickets.enabled", SWITCH),
            Setting.withDefault("tickets.redeliveries", new WholeNumber(-1, 1_000_000)),
            Setting.withDefault("cluster.service", new Choice("file", "zookeeper", "none")),
            Setting.withDefault("cluster.directory", DIRECTORY),
            Setting.optional("cluster.zookeeper.nodes", new HostList()),
            Setting.withDefault("cluster.zookeeper.path", new NodePath()),
            Setting.address("cursor.jdbc.url", new DatabaseUrl()),
            Setting.optional("cursor.jdbc.username", Check.ANY),
            Setting.secret("cursor.jdbc.password"),
            Setting.withDefault("syncs.directory", DIRECTORY),
            Setting.withDefault("syncs.reload", DurationValue.ofMillis(Duration.ZERO, LONGEST)),
            Setting.withDefault("syncs.retry-delay", DurationValue.ofMillis(Duration.ofMillis(1), LONGEST)),
            Setting.withDefault("store.keep", DurationValue.ofMillis(Duration.ofDays(1), Duration.ofDays(3650))),
            Setting.withDefault("syncs.minimum-age", DurationValue.ofMillis(Duration.ZERO, LONGEST)),
            Setting.address("store.url", new DatabaseUrl()),
            Setting.optional("store.username", Check.ANY),
            Setting.secret("store.password"),
            Setting.address("notify.to", new EndpointAddress()),
            Setting.withDefault("notify.rejects", new WholeNumber(0, 1_000_000)),
            Setting.withDefault("notify.daily", new TimeOfDay()),
            Setting.withDefault("notify.every", DurationValue.ofMillis(Duration.ofMillis(1), LONGEST)),
            Setting.withDefault("log.directory", DIRECTORY),
            Setting.withDefault("log.format", new Choice("text", "json")),
            Setting.withDefault("log.level", new Choice("error", "warn", "info", "debug", "trace")),
            Setting.withDefault("once.minutes", DurationValue.ofMinutes(Duration.ofMinutes(1), LONGEST)));

    List<Setting> all() {
        return Stream.concat(fixed.stream(), DataSourceSettings.of(given)).toList();
    }

    Set<String> names() {
        return all().stream().map(Setting::name).collect(Collectors.toCollection(TreeSet::new));
    }

    Map<String, String> former() {
        return former;
    }

    /** Whether a name that begins like this can only be meant as one of ours. */
    boolean hasSection(String section) {
        return section.equals(DataSourceSettings.SECTION)
                || fixed.stream().anyMatch(setting -> setting.section().equals(section));
    }
}
