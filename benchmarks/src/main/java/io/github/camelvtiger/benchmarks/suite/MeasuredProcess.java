package io.github.camelvtiger.benchmarks.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import io.github.camelvtiger.benchmarks.Crm;
import io.github.camelvtiger.benchmarks.ways.BareWay;
import io.github.camelvtiger.benchmarks.ways.ComponentWay;
import io.github.camelvtiger.benchmarks.ways.HttpWay;
import io.github.camelvtiger.benchmarks.ways.Way;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The process that does a piece of work in one of the ways, and prints as its last line what that took. */
@Command(name = "measured")
public final class MeasuredProcess implements Callable<Integer> {

    private static final double NANOS = 1e9;

    @Option(names = "--way", required = true)
    private String way;

    @Option(names = "--work", required = true)
    private Work work;

    @Option(names = "--sessions", defaultValue = "1")
    private int sessions;

    @Option(names = "--records", defaultValue = "0")
    private long records;

    @Option(names = "--rounds", defaultValue = "1")
    private int rounds;

    @Option(names = "--warm-up", defaultValue = "0")
    private int warmUp;

    @Option(names = "--rows")
    private Path rows;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new MeasuredProcess()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        List<Double> seconds = new ArrayList<>();
        long each = 0;
        long all = 0;
        long requests;
        try (Way measured = way()) {
            for (int round = -warmUp; round < rounds; round++) {
                long begin = System.nanoTime();
                each = work.run(measured, records, rows);
                if (round >= 0) {
                    seconds.add((System.nanoTime() - begin) / NANOS);
                }
                all += each;
            }
            requests = measured.requests();
        }
        Measured result = new Measured(each, seconds, processorSeconds(), all, heap(), requests);
        System.out.println(new ObjectMapper().writeValueAsString(result));
        return CommandLine.ExitCode.OK;
    }

    private Way way() throws Exception {
        Crm crm = Crm.ofEnvironment();
        return switch (way) {
            case Ways.BARE -> new BareWay(crm, sessions);
            case Ways.COMPONENT -> new ComponentWay(crm, sessions);
            case Ways.HTTP -> new HttpWay(crm);
            default -> throw new IllegalArgumentException(way);
        };
    }

    static double processorSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / NANOS;
    }

    static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
