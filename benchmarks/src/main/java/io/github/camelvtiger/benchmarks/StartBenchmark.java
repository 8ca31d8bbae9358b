package io.github.camelvtiger.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * From the start of the process to its first request to a CRM: the application of a release with the syncs of the demo, beside
 * {@link BareMain} with the same libraries; each with an archive of class data of its own and without.
 */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "How long a start takes until the first request to a CRM.")
public final class StartBenchmark implements Callable<Integer> {

    private static final String APPLICATION = "io.github.camelvtiger.routes.RoutesApplication";

    @Option(
            names = "--libraries",
            defaultValue = "routes/target/release/vtiger-routes-0.1.0-SNAPSHOT/lib",
            description = "Those of a release (${DEFAULT-VALUE}).")
    private Path libraries;

    @Option(
            names = "--rounds",
            defaultValue = "5",
            description = "That count, after one that does not (${DEFAULT-VALUE}).")
    private int rounds;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new StartBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path work = Files.createTempDirectory("start-benchmark");
        String classes = classes();
        Map<String, List<String>> ways = new LinkedHashMap<>();
        for (String main : List.of(BareMain.class.getName(), APPLICATION)) {
            Path archive = work.resolve(main + ".jsa");
            start(work, classes, main, List.of("-XX:ArchiveClassesAtExit=" + archive));
            ways.put(main, List.of());
            ways.put(main + " with an archive", List.of("-XX:SharedArchiveFile=" + archive));
        }
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (Map.Entry<String, List<String>> way : ways.entrySet()) {
                double taken = start(work, classes, way.getKey().split(" ")[0], way.getValue());
                if (round > 0) {
                    seconds.computeIfAbsent(way.getKey(), key -> new ArrayList<>())
                            .add(taken);
                }
            }
        }
        seconds.forEach((way, taken) -> System.out.printf(
                "%-70s %5.2f s (%.2f to %.2f)%n",
                way.substring(way.lastIndexOf('.') + 1),
                Median.of(taken),
                taken.stream().min(Comparator.naturalOrder()).orElseThrow(),
                taken.stream().max(Comparator.naturalOrder()).orElseThrow()));
        return CommandLine.ExitCode.OK;
    }

    /** Those of the release in a fixed order, and after them those of this benchmark. */
    private String classes() throws IOException {
        try (Stream<Path> jars = Files.list(libraries)) {
            return String.join(
                    ":",
                    Stream.concat(
                                    jars.map(jar -> jar.toAbsolutePath().toString())
                                            .filter(jar -> jar.endsWith(".jar"))
                                            .sorted(),
                                    Stream.of(Path.of("benchmarks/target/vtiger-benchmarks.jar")
                                            .toAbsolutePath()
                                            .toString()))
                            .toList());
        }
    }

    /** @return seconds until the first request, after which the process is stopped */
    private static double start(Path work, String classes, String main, List<String> options) throws Exception {
        CompletableFuture<Long> first = new CompletableFuture<>();
        HttpServer crm = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        crm.createContext("/", exchange -> {
            first.complete(System.nanoTime());
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        crm.start();
        Path directory = Files.createTempDirectory(work, "run");
        Files.writeString(
                directory.resolve("application.properties"),
                "vtiger.url=http://127.0.0.1:" + crm.getAddress().getPort()
                        + "\nvtiger.username=nobody\nvtiger.access-key=none\n");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classes, main));
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out").toFile());
        process.environment().put("VTIGER_ROUTES_CONF", directory.toString());
        process.directory(Files.createDirectories(directory.resolve("work")).toFile());
        long begun = System.nanoTime();
        Process started = process.start();
        try {
            return (first.get(2, TimeUnit.MINUTES) - begun) / 1e9;
        } finally {
            started.destroy();
            started.waitFor();
            crm.stop(0);
        }
    }
}
