package io.github.camelvtiger.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.diagnosis.ConnectionFacts;
import io.github.camelvtiger.diagnosis.Diagnosis;
import io.github.camelvtiger.diagnosis.Doctor;
import io.github.camelvtiger.diagnosis.Finding;
import io.github.camelvtiger.routes.settings.DurationText;
import io.github.camelvtiger.routes.settings.RefusedSettingsException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Says what is wrong with a CRM for an integration, and what to do about it. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:nothing to correct", "1:something to correct", "2:wrong use"},
        description =
                "Examines the CRM of application.properties: what is wrong with it for an integration, with the remedy."
                        + " Writes nothing to it.")
final class DoctorCommand implements Callable<Integer> {

    private static final Duration LONGEST_IDLE = Duration.ofHours(24);

    private final Supplier<ClientSettings> settings;
    private final InstantSource clock;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    @Option(
            names = "--idle",
            paramLabel = "DURATION",
            converter = IdleTime.class,
            description =
                    "Also leave sessions of its own alone for so long, such as 24m (the default of PHP), to see whether"
                            + " the CRM forgets them early.")
    private Duration idle;

    private DoctorCommand(Supplier<ClientSettings> settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param settings of the connection; not asked for if the arguments want help, or are not understood
     * @return the exit code: 0, 1 if something should be corrected, 2 for arguments that are not understood
     */
    static int run(
            Supplier<ClientSettings> settings,
            InstantSource clock,
            PrintWriter out,
            PrintWriter err,
            String... arguments) {
        return new CommandLine(new DoctorCommand(settings, clock))
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    List<String> faults = failure instanceof RefusedSettingsException refused
                            ? refused.faults()
                            : List.of(Sentence.of(failure));
                    faults.forEach(command.getErr()::println);
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() throws JsonProcessingException {
        ClientSettings connection = settings.get();
        try (VtigerClient client = new VtigerClient(connection)) {
            Doctor doctor = new Doctor(client, clock);
            Diagnosis diagnosis = (idle == null ? doctor.examine() : doctor.examine(idle)).join();
            spec.commandLine().getOut().print(json ? json(connection, diagnosis) : text(connection, diagnosis));
            spec.commandLine().getOut().flush();
            return diagnosis.hasProblems() ? 1 : 0;
        }
    }

    private String text(ClientSettings connection, Diagnosis diagnosis) {
        ConnectionFacts facts = diagnosis.facts();
        StringBuilder text = new StringBuilder();
        if (facts.works()) {
            text.append("%s: Vtiger %s, as %s, %s.%n"
                    .formatted(
                            connection.crm(),
                            facts.release(),
                            connection.username(),
                            facts.administrator() ? "an administrator" : "an ordinary user"));
        }
        diagnosis.findings().forEach(finding -> text.append("%s%n".formatted(finding)));
        if (idle != null && facts.works() && diagnosis.keepsSessions()) {
            text.append("Sessions that were left alone for %d s were still known.%n".formatted(idle.toSeconds()));
        }
        if (!diagnosis.hasProblems()) {
            text.append("Nothing to correct.%n".formatted());
        }
        return text.toString();
    }

    private static String json(ClientSettings connection, Diagnosis diagnosis) throws JsonProcessingException {
        ConnectionFacts facts = diagnosis.facts();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("crm", connection.crm());
        report.put("username", connection.username());
        report.put("works", facts.works());
        report.put("release", facts.works() ? facts.release() : null);
        report.put("administrator", facts.works() ? facts.administrator() : null);
        List<Map<String, Object>> findings =
                diagnosis.findings().stream().map(DoctorCommand::json).toList();
        report.put("findings", findings);
        return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report) + System.lineSeparator();
    }

    private static Map<String, Object> json(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        json.put("subject", finding.subject());
        json.put("problem", finding.problem());
        json.put("remedy", finding.remedy());
        return json;
    }

    private static final class IdleTime implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String text) {
            return DurationText.parse(text, ChronoUnit.MILLIS)
                    .filter(time -> time.compareTo(Duration.ZERO) > 0 && time.compareTo(LONGEST_IDLE) <= 0)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is not a time between 1ms and 24h, such as 24m"));
        }
    }
}
