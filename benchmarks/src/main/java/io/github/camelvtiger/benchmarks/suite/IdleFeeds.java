package io.github.camelvtiger.benchmarks.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.VtigerComponent;
import io.github.camelvtiger.benchmarks.Crm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The process that has feeds in which nothing happens, one for each module and connection. */
@Command(name = "idle")
public final class IdleFeeds implements Callable<Integer> {

    @Option(names = "--connections", required = true)
    private int connections;

    @Option(names = "--modules", required = true)
    private int modules;

    @Option(names = "--delay-millis", required = true)
    private long delay;

    @Option(names = "--seconds", required = true)
    private long seconds;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new IdleFeeds()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        AtomicLong requests = new AtomicLong();
        Path cursors = Files.createTempDirectory("idle-cursors");
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            for (int connection = 0; connection < connections; connection++) {
                VtigerComponent vtiger = Crm.ofEnvironment().component(1);
                vtiger.addCallListener(call -> requests.incrementAndGet());
                context.addComponent("vtiger" + connection, vtiger);
            }
            context.start();
            List<String> names = names(context.createProducerTemplate());
            for (int connection = 0; connection < connections; connection++) {
                String component = "vtiger" + connection;
                for (String module : names) {
                    context.addRoutes(new RouteBuilder() {
                        @Override
                        public void configure() {
                            from(component + ":changes/" + module + "?startFrom=now&delay=" + delay
                                            + "&cursorDirectory=RAW(" + cursors.resolve(component) + ")")
                                    .to("log:changes");
                        }
                    });
                }
            }
            Thread.sleep(3 * delay);
            long requestsBefore = requests.get();
            double before = MeasuredProcess.processorSeconds();
            Thread.sleep(seconds * 1000);
            double taken = MeasuredProcess.processorSeconds() - before;
            System.gc();
            Runtime memory = Runtime.getRuntime();
            System.out.println(new ObjectMapper()
                    .writeValueAsString(new IdleCost(
                            (long) connections * names.size(),
                            delay,
                            taken / seconds,
                            (requests.get() - requestsBefore) * 60.0 / seconds,
                            memory.totalMemory() - memory.freeMemory(),
                            Thread.activeCount())));
        }
        return CommandLine.ExitCode.OK;
    }

    /** Of modules whose changes can be followed. */
    private List<String> names(ProducerTemplate template) {
        List<?> types = template.requestBody("vtiger0:listTypes", null, List.class);
        return types.stream()
                .map(String::valueOf)
                .filter(type -> template.requestBody("vtiger0:describe/" + type, null, String.class)
                        .contains("\"modifiedtime\""))
                .limit(modules)
                .toList();
    }
}
