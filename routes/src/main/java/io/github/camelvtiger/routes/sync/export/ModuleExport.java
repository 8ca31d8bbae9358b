package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.routes.sync.store.RunCounts;
import java.util.Iterator;
import java.util.Map;

/** Writes all records of a module. */
public interface ModuleExport {

    /**
     * @param records read while they are taken
     * @return what became of them
     */
    RunCounts write(ExportRun run, Iterator<Map<String, Object>> records);
}
