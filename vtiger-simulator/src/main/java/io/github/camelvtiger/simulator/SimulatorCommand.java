package io.github.camelvtiger.simulator;

import io.github.camelvtiger.simulator.clone.CloneCommand;
import io.github.camelvtiger.simulator.comparison.CompareCommand;
import io.github.camelvtiger.simulator.conformance.ConformanceCommand;
import io.github.camelvtiger.simulator.http.NoManagementBeans;
import io.github.camelvtiger.simulator.http.WebServerClasses;
import io.github.camelvtiger.simulator.http.WebServerLog;
import io.github.camelvtiger.simulator.metadata.CustomMetadata;
import io.github.camelvtiger.simulator.metadata.Release;
import io.github.camelvtiger.simulator.rest.RestEdition;
import io.github.camelvtiger.simulator.seed.Seed;
import io.github.camelvtiger.simulator.store.SaveGaps;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The simulator as a program: serves until it is ended. */
@Command(
        name = "vtiger-simulator",
        mixinStandardHelpOptions = true,
        subcommands = {ConformanceCommand.class, CompareCommand.class, CloneCommand.class},
        description = "A simulated Vtiger that speaks webservice.php and the REST protocol of Vtiger Cloud.")
public final class SimulatorCommand implements Callable<Integer> {

    private static final int SHOWN_USERS = 10;

    @Spec
    private CommandSpec spec;

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to listen on (${DEFAULT-VALUE}).")
    private String host;

    @Option(names = "--port", defaultValue = "8080", description = "Port; 0 for any free one (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--seed",
            defaultValue = "demo",
            description =
                    "Data to start with: empty, demo, contacts=50000, or a file that the command clone has written"
                            + " (${DEFAULT-VALUE}).")
    private String seed;

    @Option(names = "--random", defaultValue = "1", description = "Seed of all randomness (${DEFAULT-VALUE}).")
    private long random;

    @Option(
            names = "--save-gaps",
            defaultValue = "measured",
            description = "Between modifiedtime and fields of a save: none, measured, or slow=PERCENT,SECONDS"
                    + " such as slow=5,11 (${DEFAULT-VALUE}).")
    private String saveGaps;

    @Option(names = "--control", description = "Opens /simulator/*, by which faults are armed.")
    private boolean control;

    @Option(
            names = "--access-key",
            defaultValue = "",
            description = "Access key of admin; without it one is made of --random and printed.")
    private String accessKey;

    @Option(
            names = "--behaviour",
            description =
                    "php8: sync, logout, convertlead, files_retrieve, retrieve_inventory and wsapp_register answer"
                            + " HTTP 500; compat: they work, as before PHP 8 (php8, for release 7.3.0 compat).")
    private String behaviour;

    @Option(
            names = "--release",
            defaultValue = "8.2.0",
            description = "8.4.0, 8.3.0, 8.2.0, 8.0.0 or 7.3.0, each with its own faults (${DEFAULT-VALUE}).")
    private String release;

    @Option(names = "--metadata", description = "JSON file with custom fields, picklist values and modules.")
    private Path metadata;

    @Option(
            names = "--display-errors",
            description = "A PHP error answers HTTP 200 instead of 500, as where PHP's display_errors is on.")
    private boolean displayErrors;

    @Option(
            names = "--cost-model",
            description = "Calls take the time they take on a real server of two processors: by operation and row,"
                    + " offset and scanned table, three at once; without it they are answered at once.")
    private boolean costModel;

    @Option(
            names = "--rest",
            description =
                    "Speaks the REST protocol of Vtiger Cloud under /restapi as well; without it that is a 404, as on"
                            + " an open-source Vtiger.")
    private boolean rest;

    @Option(
            names = "--rest-edition",
            description = "As --rest, and the protocol keeps the limits of this edition of Vtiger Cloud: pilot, growth,"
                    + " professional, enterprise or ai.")
    private String restEdition;

    public static void main(String[] arguments) {
        WebServerLog.onlyWarnings();
        if (arguments.length == 0 || arguments[0].startsWith("-")) {
            NoManagementBeans.begin();
            WebServerClasses.loadInBackground();
        }
        System.exit(new CommandLine(new SimulatorCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        try (SimulatorServer server = start()) {
            NoManagementBeans.end();
            PrintWriter out = spec.commandLine().getOut();
            out.println("Vtiger simulator: " + server.url());
            out.println("user name:        " + server.username());
            // A simulated server guards nothing: its made-up key is there to be used. One that was given is not shown.
            out.println("access key:       " + (accessKey.isEmpty() ? server.accessKey() : "as given"));
            others(server).forEach(user -> out.println("and as:           " + user + " " + server.accessKey(user)));
            out.flush();
            new CountDownLatch(1).await();
        }
        return CommandLine.ExitCode.OK;
    }

    /** Users who are not administrators, as many of them as a screen can take. */
    private static List<String> others(SimulatorServer server) {
        return server.crm().records("Users").stream()
                .map(user -> user.get("user_name"))
                .filter(name -> !name.equals(server.username()))
                .limit(SHOWN_USERS)
                .toList();
    }

    private SimulatorServer start() {
        try {
            SimulatorBuilder builder = SimulatorServer.builder().rest(rest);
            if (restEdition != null) {
                builder.restEdition(RestEdition.parse(restEdition));
            }
            if (behaviour != null) {
                builder.behaviour(Behaviour.parse(behaviour));
            }
            return builder.host(host)
                    .port(port)
                    .seed(Seed.parse(seed))
                    .random(random)
                    .saveGaps(SaveGaps.parse(saveGaps, new Random(random)))
                    .controlApi(control)
                    .accessKey(accessKey)
                    .release(Release.parse(release))
                    .metadata(metadata == null ? CustomMetadata.NONE : CustomMetadata.read(metadata))
                    .displayErrors(displayErrors)
                    .costModel(costModel)
                    .start();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
