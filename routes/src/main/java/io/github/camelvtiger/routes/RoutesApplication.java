package io.github.camelvtiger.routes;

import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.routes.csv.ModuleCsvExport;
import io.github.camelvtiger.routes.manage.ManagementListener;
import io.github.camelvtiger.routes.notice.NoticeListener;
import io.github.camelvtiger.routes.settings.RefusedSettingsException;
import io.github.camelvtiger.routes.settings.SettingFault;
import io.github.camelvtiger.routes.settings.SettingsInspection;
import io.github.camelvtiger.routes.tickets.TicketMessages;
import io.github.camelvtiger.routes.tickets.TicketsRoute;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application: runs the syncs, and the routes beside them. See the README. */
public final class RoutesApplication {

    private static final Logger LOG = LoggerFactory.getLogger("routes");

    private final Main main = new Main() {
        @Override
        protected CamelContext createCamelContext() {
            CamelContext context = super.createCamelContext();
            // Otherwise Camel looks for plugins, such as our meters, by the system's loader, which does not see into
            // the single jar.
            context.setApplicationContextClassLoader(RoutesApplication.class.getClassLoader());
            return context;
        }
    };
    private final Tally tally = new Tally();
    private final CrmListener crm;
    private final OnceListener once;
    private final CrmCheckListener crmCheck = new CrmCheckListener();

    RoutesApplication(LaunchOptions options) {
        boolean runOnce = options.once();
        // As a default location the file leaves the profiles of Camel in force, which it looks for on the class path.
        main.setDefaultPropertyPlaceholderLocation(SettingsFiles.locations());
        main.bind("routeFailures", new RouteFailures());
        main.bind("crmWatch", new CrmWatch(System::nanoTime));
        main.bind("moduleCsvExport", new ModuleCsvExport(tally, Clock.systemDefaultZone()));
        main.addMainListener(new SettingsListener(runOnce));
        crm = new CrmListener(runOnce);
        SyncsListener syncs = new SyncsListener(crm, runOnce);
        once = new OnceListener(crm, syncs, tally, options.allowRejects());
        main.addMainListener(crm);
        main.addMainListener(new CursorListener(crm));
        main.addMainListener(new ClusterListener(crm, runOnce));
        main.addMainListener(new BrokerListener(crm, new TicketsRoute(new TicketMessages(tally))));
        main.addMainListener(syncs);
        main.addMainListener(new BannerListener(syncs));
        if (runOnce) {
            // An application that runs beside it may have the port.
            main.addOverrideProperty("camel.management.enabled", "false");
        } else {
            main.addMainListener(ManagementListener.of(
                    main, Settings::of, context -> new ApplicationWork(context, syncs, RoutesApplication::doctor)));
            main.addMainListener(new NoticeListener(Settings::of, syncs::running));
        }
        // A run with --once checks the CRM itself, as its first stage.
        main.addMainListener(runOnce ? once : crmCheck);
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void afterStop(BaseMainSupport stopped) {
                crm.end();
            }
        });
    }

    Main main() {
        return main;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Without the routes: only the settings are read. */
    private static int cursors(String... arguments) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext(false)) {
            context.getPropertiesComponent().setLocation(SettingsFiles.locations());
            context.init();
            Settings settings = Settings.of(context);
            refuseWrong(settings, "cursor", "data");
            PrintWriter out = new PrintWriter(System.out, true);
            PrintWriter err = new PrintWriter(System.err, true);
            try (CursorDatabase database = CursorDatabase.of(settings).orElse(null)) {
                CursorsPlace place = database == null
                        ? CursorsPlace.directory(Path.of(settings.require("cursor.directory", "the cursors are there")))
                        : CursorsPlace.database(database.store());
                return CursorCommand.run(Clock.systemUTC(), place, out, err, arguments);
            }
        }
    }

    /** Without the routes of the application: the settings are read, and those of syncs are made if none runs here. */
    private static int syncs(String... arguments) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext(false)) {
            context.getPropertiesComponent().setLocation(SettingsFiles.locations());
            context.init();
            refuseWrong(Settings.of(context), "vtiger", "syncs", "store", "data", "cursor");
            return CommandSyncs.run(
                    context, new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments);
        }
    }

    /** Without the routes: only the settings are read. */
    private static int doctor(String... arguments) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext(false)) {
            context.getPropertiesComponent().setLocation(SettingsFiles.locations());
            context.init();
            return doctor(context, new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments);
        }
    }

    private static int doctor(CamelContext context, PrintWriter out, PrintWriter err, String... arguments) {
        return DoctorCommand.run(() -> connection(Settings.of(context)), InstantSource.system(), out, err, arguments);
    }

    private static ClientSettings connection(Settings settings) {
        refuseWrong(settings, "vtiger");
        String because = "doctor examines a CRM";
        return new ClientSettings(
                settings.require("vtiger.url", because),
                settings.require("vtiger.username", because),
                settings.require("vtiger.access-key", because + " (or use the environment: VTIGER_ACCESS_KEY)"));
    }

    private boolean failed(LaunchOptions options) {
        return options.once() ? !once.done() : crmCheck.refused();
    }

    /** @param sections those of the settings that are used; faults of others do not matter */
    private static void refuseWrong(Settings settings, String... sections) {
        List<String> faults = SettingsInspection.of(settings, true).faults().stream()
                .filter(fault -> List.of(sections).contains(fault.section()))
                .map(SettingFault::sentence)
                .toList();
        if (!faults.isEmpty()) {
            throw new RefusedSettingsException(faults);
        }
    }

    private static int run(String... arguments) {
        try {
            if (arguments.length > 0 && arguments[0].equals("cursor")) {
                return cursors(Arrays.copyOfRange(arguments, 1, arguments.length));
            }
            if (arguments.length > 0 && arguments[0].equals("doctor")) {
                return doctor(Arrays.copyOfRange(arguments, 1, arguments.length));
            }
            if (arguments.length > 0 && arguments[0].equals("sync") && !LaunchOptions.isRunOfAllSyncs(arguments)) {
                return syncs(Arrays.copyOfRange(arguments, 1, arguments.length));
            }
            LaunchOptions options = LaunchOptions.parse(arguments);
            if (options.help()) {
                System.out.print(LaunchOptions.USAGE);
                return 0;
            }
            if (options.version()) {
                System.out.print(Version.text());
                return 0;
            }
            return start(options);
        } catch (RefusedSettingsException e) {
            e.faults().forEach(System.err::println);
            return 1;
        } catch (Exception e) {
            System.err.println(Sentence.of(e));
            return 1;
        }
    }

    /** Why it did not start is in the log file too, as far as there is one by then. */
    private static int start(LaunchOptions options) {
        try {
            RoutesApplication application = new RoutesApplication(options);
            application.main().run();
            return application.failed(options) ? 1 : application.main().getExitCode();
        } catch (RefusedSettingsException e) {
            e.faults().forEach(fault -> LOG.error("The application did not start: {}", fault));
            return 1;
        } catch (Exception e) {
            LOG.error("The application did not start: {}", Sentence.of(e));
            return 1;
        }
    }
}
