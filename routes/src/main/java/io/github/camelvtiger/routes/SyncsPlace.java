package io.github.camelvtiger.routes;

import io.github.camelvtiger.changes.FileCursorStore;
import io.github.camelvtiger.changes.JdbcCursorStore;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.routes.settings.DurationText;
import io.github.camelvtiger.routes.sync.SyncSettings;
import io.github.camelvtiger.routes.sync.command.SyncDirectory;
import io.github.camelvtiger.routes.sync.rename.SyncCursors;
import io.github.camelvtiger.routes.sync.store.StoreAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.camel.CamelContext;

/** Where the syncs of the application are, as its settings say. */
final class SyncsPlace {

    private SyncsPlace() {}

    /** The directory of the sync files unless the settings name another one. */
    static final Path DIRECTORY = Path.of("syncs");

    static SyncSettings settings(CamelContext context) {
        return settings(context, directory(Settings.of(context)));
    }

    /** @param store the directory for what syncs have done, unless that is in the database of {@code store.url} */
    static SyncSettings settings(CamelContext context, Path store) {
        Settings settings = Settings.of(context);
        return new SyncSettings(
                Path.of(settings.require("syncs.directory", "it says where the sync files are")),
                store.resolve("plans"),
                settings.find("store.url")
                        .map(url ->
                                new StoreAddress(url, settings.find("store.username"), settings.find("store.password")))
                        .orElseGet(() -> StoreAddress.files(store)),
                name -> source(settings, name, store),
                duration(settings, "syncs.minimum-age", "it says when a dropped file is complete"),
                duration(settings, "syncs.retry-delay", "it says when a reject is tried again"),
                duration(settings, "store.keep", "it says how long runs are kept"),
                settings.find("vtiger.url").orElse("the simulator") + " as "
                        + settings.find("vtiger.username").orElse(""),
                cursors(context, settings),
                context::resolvePropertyPlaceholders);
    }

    /** The database that sync files call so: the one whose address is set, else one in files beside what syncs have done, as short-lived as that. */
    private static StoreAddress source(Settings settings, String name, Path store) {
        String setting = "sql." + name;
        return settings.find(setting + ".url")
                .map(url -> new StoreAddress(
                        url, settings.find(setting + ".username"), settings.find(setting + ".password")))
                .orElseGet(() -> StoreAddress.files(store.resolveSibling(name), name));
    }

    /** Those of the database that the feeds use, else of their directory. */
    private static SyncCursors cursors(CamelContext context, Settings settings) {
        JdbcCursorStore database =
                context.getRegistry().lookupByNameAndType(CursorDatabase.STORE, JdbcCursorStore.class);
        return database != null
                ? SyncCursors.of(database, InstantSource.system())
                : SyncCursors.of(
                        new FileCursorStore(
                                Path.of(settings.require("cursor.directory", "the feeds keep their cursors there"))),
                        InstantSource.system());
    }

    private static Duration duration(Settings settings, String name, String because) {
        return DurationText.parse(settings.require(name, because), ChronoUnit.MILLIS)
                .orElseThrow();
    }

    /** How often it is looked whether sync files have changed; zero for never. */
    static Duration looks(CamelContext context) {
        return duration(Settings.of(context), "syncs.reload", "it says how often sync files are looked at");
    }

    /** For commands about the sync files themselves, which are checked against the CRM if one is set. */
    static SyncDirectory files(CamelContext context) {
        Settings settings = Settings.of(context);
        Optional<ClientSettings> crm = settings.find("vtiger.url")
                .map(url -> new ClientSettings(
                        url,
                        settings.require("vtiger.username", "vtiger.url is set"),
                        settings.require("vtiger.access-key", "vtiger.url is set")));
        SyncSettings syncs = settings(context);
        return new SyncDirectory(
                syncs.files(), syncs.placeholders(), crm, name -> named(settings, name), syncs.sources());
    }

    /** The bean of a named connection, as far as it is needed to ask that CRM. */
    private static Optional<ClientSettings> named(Settings settings, String connection) {
        String bean = "camel.beans." + connection + ".";
        return settings.find(bean + "url")
                .map(url -> new ClientSettings(
                        url,
                        settings.find(bean + "username").orElse(""),
                        settings.find(bean + "access-key")
                                .or(() -> settings.find(bean + "accessKey"))
                                .orElse("")));
    }

    private static Path directory(Settings settings) {
        return data(settings).resolve("store");
    }

    private static Path data(Settings settings) {
        return Path.of(settings.require("data.directory", "it says where files are written"));
    }

    /** Tells commands where the running application takes them. */
    static Path door(Settings settings) {
        return directory(settings).resolve("commands.json");
    }
}
