package io.github.camelvtiger.benchmarks;

import io.github.camelvtiger.VtigerComponent;
import io.github.camelvtiger.simulator.Behaviour;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Uploads and downloads a file that is larger than the heap; client and server share this process. */
@Command(
        name = "files",
        mixinStandardHelpOptions = true,
        description = "Time and heap of an upload and a download of one large file.")
public final class FileBenchmark implements Callable<Integer> {

    private static final double MEGABYTE = 1024 * 1024;

    @Option(names = "--megabytes", defaultValue = "200", description = "Of the file (${DEFAULT-VALUE}).")
    private int megabytes;

    @Option(names = "--rounds", defaultValue = "3", description = "Of upload and download (${DEFAULT-VALUE}).")
    private int rounds;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new FileBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        long size = megabytes * 1024L * 1024L;
        Path file = Files.createTempFile("vtiger-benchmark", ".bin");
        try (SimulatorServer crm = SimulatorServer.builder()
                        .seed("empty")
                        .behaviour(Behaviour.COMPAT)
                        .start();
                FileServer server = new FileServer(crm, size);
                DefaultCamelContext context = new DefaultCamelContext()) {
            fill(file, size);
            VtigerComponent component = new VtigerComponent();
            component.getConfiguration().setUrl(server.url());
            component.getConfiguration().setUsername(crm.username());
            component.getConfiguration().setAccessKey(crm.accessKey());
            context.addComponent("vtiger", component);
            context.start();
            ProducerTemplate template = context.createProducerTemplate();
            for (int round = 0; round < rounds; round++) {
                upload(template, server, file, size);
                download(template, size);
            }
            System.out.printf(
                    "heap: %.0f MB at most, -Xmx%.0fm%n",
                    peak() / MEGABYTE, Runtime.getRuntime().maxMemory() / MEGABYTE);
        } finally {
            Files.delete(file);
        }
        return CommandLine.ExitCode.OK;
    }

    private static void fill(Path file, long size) throws IOException {
        byte[] piece = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long left = size; left > 0; left -= piece.length) {
                out.write(piece, 0, (int) Math.min(left, piece.length));
            }
        }
    }

    private static void upload(ProducerTemplate template, FileServer server, Path file, long size) {
        long start = System.nanoTime();
        Exchange stored = template.request("vtiger:upload", exchange -> {
            exchange.getMessage().setHeader(Exchange.FILE_NAME, "large.bin");
            exchange.getMessage().setBody(file);
        });
        if (stored.getException() != null || server.received() < size) {
            throw new IllegalStateException(
                    "The server received " + server.received() + " of " + size + " bytes.", stored.getException());
        }
        report("upload", size, start);
    }

    private static void download(ProducerTemplate template, long size) throws IOException {
        long start = System.nanoTime();
        Exchange read = template.request(
                "vtiger:download", exchange -> exchange.getMessage().setBody(FileServer.ATTACHMENT));
        if (read.getException() != null) {
            throw new IllegalStateException(read.getException());
        }
        try (InputStream content = (InputStream) read.getMessage().getBody()) {
            long bytes = content.transferTo(OutputStream.nullOutputStream());
            if (bytes != size) {
                throw new IllegalStateException("Of " + size + " bytes " + bytes + " arrived.");
            }
        }
        report("download", size, start);
    }

    private static void report(String what, long size, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%s: %.1f s, %.0f MB/s%n", what, seconds, size / MEGABYTE / seconds);
    }

    /** The sum of what each part of the heap held at most, so never too little. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
