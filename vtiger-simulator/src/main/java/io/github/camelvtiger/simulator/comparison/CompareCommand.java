package io.github.camelvtiger.simulator.comparison;

import io.github.camelvtiger.simulator.client.Account;
import io.github.camelvtiger.simulator.client.SecretMask;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Sends the same random calls to two servers and reports in what their answers differ. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Sends the same random calls to two servers and compares their answers, to see how far a simulator is true"
                    + " for your release of Vtiger, your fields and your users.",
            "One line per difference: in code (status, success, error), keys, or whole (values). Ids, record numbers and"
                    + " times of a save may differ. It creates records and deletes them at the end; like all that is"
                    + " saved they start workflows, so take a test system."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All answers agree.",
            "1:An answer differs, or a record could not be deleted.",
            "2:Wrong options, or no login."
        })
public final class CompareCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--url", required = true, description = "Of the first server, without webservice.php.")
    private String url;

    @Option(names = "--username", required = true, description = "Of a user of the first server.")
    private String username;

    @Option(names = "--access-key", required = true, description = "Of that user, from My Preferences.")
    private String accessKey;

    @Option(names = "--other-url", required = true, description = "Of the other server.")
    private String otherUrl;

    @Option(
            names = "--other-username",
            description =
                    "Of a user of the other server with the same rights and preferences; as --username if not given.")
    private String otherUsername;

    @Option(names = "--other-access-key", required = true, description = "Of that user.")
    private String otherAccessKey;

    @Option(names = "--calls", defaultValue = "400", description = "How many calls are made (${DEFAULT-VALUE}).")
    private int calls;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description =
                    "What the calls are drawn from: the same draws the same on the same servers (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--subject", split = ",", description = "Only these kinds of calls; all without it.")
    private List<String> names = List.of();

    @Option(
            names = "--destructive",
            description =
                    "Also calls whose effect cannot be undone, or that change what others use: groups, currencies,"
                            + " taxes, the company, the preferences of the user, registered programs.")
    private boolean destructive;

    @Option(names = "--verbose", description = "Shows request and both answers of each difference.")
    private boolean verbose;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Tally tally = new Tally();
        List<String> left;
        try {
            List<Subject> subjects = subjects();
            Side one = Side.of(url, new Account(username, accessKey));
            Side other =
                    Side.of(otherUrl, new Account(otherUsername == null ? username : otherUsername, otherAccessKey));
            left = new ComparisonRun(one, other, subjects).run(seed, calls, compared -> {
                tally.add(compared);
                report(compared, out);
            });
        } catch (IOException | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        out.println();
        tally.print(out);
        if (!left.isEmpty()) {
            out.println("left over, please delete or change back: " + String.join(", ", left));
        }
        return tally.agrees() && left.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private void report(Compared compared, PrintWriter out) {
        if (!compared.line().isEmpty()) {
            out.println(SecretMask.masked(compared.line()));
            if (verbose) {
                out.println(SecretMask.masked(compared.exchange()));
            }
            out.flush();
        }
    }

    private List<Subject> subjects() {
        if (calls < 1) {
            throw new IllegalArgumentException("--calls is " + calls + ", but must be at least 1");
        }
        List<Subject> all = Subject.all();
        List<String> known = all.stream().map(Subject::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "There is no subject " + name + " for --subject, but " + String.join(", ", known));
            }
        }
        List<Subject> chosen = all.stream()
                .filter(subject -> names.isEmpty() || names.contains(subject.name()))
                .filter(subject -> destructive || !subject.destructive())
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("--subject " + String.join(",", names) + " needs --destructive");
        }
        return chosen;
    }
}
