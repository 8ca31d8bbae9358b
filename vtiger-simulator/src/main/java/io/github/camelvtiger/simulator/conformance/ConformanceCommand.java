package io.github.camelvtiger.simulator.conformance;

import io.github.camelvtiger.simulator.Behaviour;
import io.github.camelvtiger.simulator.client.Account;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes the same calls against any Vtiger and says where its answers are not those of a fresh Vtiger 8.2.0. */
@Command(
        name = "conformance",
        mixinStandardHelpOptions = true,
        description = {
            "Makes scripted calls against a server and compares the answers with those of a fresh Vtiger 8.2.0.",
            "One line per check: ok, FAIL or known (a difference that is understood). It makes records of its own,"
                    + " which carry a mark, and deletes them at the end.",
            "The user must be an administrator; amounts expect two currency decimals in his preferences."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All checks are ok or known.",
            "1:A check failed, or a record could not be deleted.",
            "2:Wrong options, or no login."
        })
public final class ConformanceCommand implements Callable<Integer> {

    private final Pause pause;

    @Spec
    private CommandSpec spec;

    @Option(names = "--url", required = true, description = "Of the server, without webservice.php.")
    private String url;

    @Option(names = "--username", required = true, description = "Of an administrator.")
    private String username;

    @Option(names = "--access-key", required = true, description = "Of that user, from My Preferences.")
    private String accessKey;

    @Option(
            names = "--second-username",
            description =
                    "The name of a user who is not an administrator; without it the checks for such users are skipped.")
    private String secondUsername;

    @Option(names = "--second-access-key", description = "Of that user, from his My Preferences.")
    private String secondAccessKey;

    @Option(
            names = "--behaviour",
            defaultValue = "php8",
            description = "How the server passes arguments: php8, or compat as releases before PHP 8"
                    + " (${DEFAULT-VALUE}).")
    private String behaviour;

    @Option(names = "--area", split = ",", description = "Only these areas; all without it.")
    private List<String> areas = List.of();

    @Option(names = "--verbose", description = "Shows request and answer of each check that is not ok.")
    private boolean verbose;

    public ConformanceCommand() {
        this(Pause.REAL);
    }

    /** @param pause how the checks wait for the server's clock */
    public ConformanceCommand(Pause pause) {
        this.pause = pause;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Report report = new Report(out, verbose);
        String mark = "cvt" + Long.toString(RandomGenerator.getDefault().nextLong(1L << 40), 36);
        List<String> left;
        try {
            left = new ConformanceRun(
                            new Target(url, new Account(username, accessKey), second()),
                            Behaviour.parse(behaviour),
                            pause)
                    .run(chosen(), mark, report);
        } catch (IOException | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        boolean passed = report.summary();
        if (!left.isEmpty()) {
            out.println("left over, please delete or change back: " + String.join(" ", left));
        }
        return passed && left.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private Optional<Account> second() {
        if ((secondUsername == null) != (secondAccessKey == null)) {
            throw new IllegalArgumentException(
                    "--second-username and --second-access-key belong together: give both or neither");
        }
        return Optional.ofNullable(secondUsername).map(name -> new Account(name, secondAccessKey));
    }

    private List<Area> chosen() {
        List<String> names = Area.all().stream().map(Area::name).toList();
        for (String area : areas) {
            if (!names.contains(area)) {
                throw new IllegalArgumentException("There is no area " + area + ", but " + String.join(", ", names));
            }
        }
        return Area.all().stream()
                .filter(area -> areas.isEmpty() || areas.contains(area.name()))
                .toList();
    }
}
