package io.github.camelvtiger.routes.sync.command;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.sync.definition.Format.Kind;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFault;
import io.github.camelvtiger.routes.sync.definition.SyncFile;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.definition.TestCase;
import io.github.camelvtiger.routes.sync.definition.TestFile;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.mapping.BadMappingException;
import io.github.camelvtiger.routes.sync.mapping.Mapping;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.CamelContext;

/** The test cases of one sync, run. */
final class SyncTestRun {

    private final Path tests;
    private final Function<Optional<String>, KeptModules> kept;
    private final CamelContext camel;
    private final List<SyncFault> faults = new ArrayList<>();
    private final Map<String, Optional<CaseCheck>> checks = new HashMap<>();
    private int cases;
    private int held;

    /** @param kept the modules of a named connection, or of the application's */
    SyncTestRun(
            SyncFiles files,
            String sync,
            Path tests,
            Function<Optional<String>, KeptModules> kept,
            CamelContext camel) {
        this.tests = tests;
        this.kept = kept;
        this.camel = camel;
        Optional<SyncFile> file = files.files().stream()
                .filter(each -> each.definition().name().equals(sync))
                .findFirst();
        if (file.isEmpty()) {
            files.faults().stream()
                    .filter(fault -> fault.file().equals(files.paths().get(sync)))
                    .forEach(faults::add);
        } else if (Files.exists(tests)) {
            run(file.get());
        } else {
            faults.add(new SyncFault(
                    tests,
                    1,
                    1,
                    "There is no such file; write cases into it, such as"
                            + " '- { row: { COLUMN: VALUE }, record: { FIELD: VALUE } }'."));
        }
    }

    /** What does not hold, and what hinders the tests. */
    List<SyncFault> faults() {
        return faults;
    }

    int cases() {
        return cases;
    }

    int held() {
        return held;
    }

    private void run(SyncFile file) {
        TestFile read = TestFile.read(tests, isTyped(file.definition()));
        faults.addAll(read.faults());
        // Without rules the columns of all rows are matched, as those of a file are.
        List<String> columns = read.cases().stream()
                .flatMap(test -> test.row().keySet().stream())
                .distinct()
                .toList();
        for (TestCase test : read.cases()) {
            cases++;
            String module = test.module().orElseGet(() -> module(file.definition()));
            Optional<CaseCheck> check = checks.computeIfAbsent(module, name -> check(file, name, columns, test.line()));
            if (check.isPresent()) {
                List<String> differences = check.get().differences(test);
                differences.forEach(sentence -> faults.add(new SyncFault(tests, test.line(), 1, sentence)));
                held += differences.isEmpty() ? 1 : 0;
            }
        }
    }

    /** Empty if there is no mapping for the module; why is among the faults. */
    private Optional<CaseCheck> check(SyncFile file, String module, List<String> columns, int line) {
        SyncDefinition sync = file.definition();
        KeptModules modules = kept.apply(
                sync.to() instanceof Target.Crm to
                        ? to.connection()
                        : SourceCrm.of(sync).connection());
        Optional<ModuleDescription> described = modules.find(module);
        boolean toCrm = sync.to() instanceof Target.Crm;
        if (toCrm && described.isEmpty()) {
            faults.add(new SyncFault(
                    tests,
                    line,
                    1,
                    "The module " + module + " is not known; run 'sync check " + sync.name()
                            + "' once with vtiger.url set."));
            return Optional.empty();
        }
        try {
            boolean rules = !sync.part(module).fields().isEmpty();
            Mapping mapping = Mapping.of(sync, module, rules ? List.of() : columns, modules::find, camel);
            return Optional.of(new CaseCheck(mapping, toCrm ? described : Optional.empty()));
        } catch (BadMappingException bad) {
            bad.faults().forEach(fault -> faults.add(file.fault(fault.sentence(), fault.path())));
            return Optional.empty();
        }
    }

    private static String module(SyncDefinition sync) {
        return sync.to() instanceof Target.Crm crm
                ? crm.modules().get(0)
                : ((Source.Crm) sync.from()).modules().get(0);
    }

    /** Cells of CSV are texts, and so are values of a CRM; those of a table and of JSON are typed. */
    private static boolean isTyped(SyncDefinition sync) {
        return sync.from() instanceof Source.Table
                || sync.from() instanceof Source.Uri messages
                        && messages.format().kind().equals(Optional.of(Kind.JSON))
                || sync.from() instanceof Source.Files files
                        && files.format()
                                .kind()
                                .filter(kind -> kind == Kind.JSON || kind == Kind.JSONL)
                                .isPresent();
    }
}
