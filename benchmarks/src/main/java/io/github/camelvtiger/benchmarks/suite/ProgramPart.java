package io.github.camelvtiger.benchmarks.suite;

import java.util.List;
import java.util.function.Function;

/** A measurement that is a command of its own; what it prints is shown as it is. */
record ProgramPart(String name, Class<?> main, List<String> jvm, Function<Lab, List<String>> options) implements Part {

    @Override
    public void run(Lab lab, Report report) throws Exception {
        report.add(name, Processes.run(lab.crm(), jvm, main, options.apply(lab)));
    }
}
