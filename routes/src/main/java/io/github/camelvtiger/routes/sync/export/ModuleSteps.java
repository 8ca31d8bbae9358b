package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.VtigerConstants;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;

/**
 * What the routes of a feed into files call, for whichever of its modules. It is one bean, bound before anything runs: Camel's registry
 * must not be written to while other threads search it, and modules are found later.
 */
public final class ModuleSteps {

    private final Map<String, ModuleFeed> records = new ConcurrentHashMap<>();
    private final Map<String, MirroredModule> mirrored = new ConcurrentHashMap<>();
    private final Map<String, WholeModule> whole = new ConcurrentHashMap<>();
    private final Map<String, RelationsSweep> relations = new ConcurrentHashMap<>();

    void put(String module, ModuleFeed steps) {
        records.put(module, steps);
    }

    void put(String module, MirroredModule steps) {
        mirrored.put(module, steps);
    }

    void put(String module, WholeModule steps) {
        whole.put(module, steps);
    }

    void put(String module, RelationsSweep sweep) {
        relations.put(module, sweep);
    }

    /** A changed record. */
    public void write(
            @Header(VtigerConstants.MODULE) String module,
            @Header(VtigerConstants.EVENT) String event,
            @Header(VtigerConstants.RECORD_ID) String id,
            @Body Map<String, Object> record,
            @ExchangeProperty(Exchange.BATCH_COMPLETE) Boolean last)
            throws IOException {
        records.get(module).write(event, id, record, last);
    }

    /** All records of a module without a clock. */
    public void read(@ExchangeProperty("syncModule") String module, @Body Iterator<Map<String, Object>> all)
            throws IOException {
        whole.get(module).read(all);
    }

    /** What the tables of a module lack, and whether they have what they should, if it is time. */
    public void fill(@ExchangeProperty("syncModule") String module) {
        mirrored.get(module).look();
    }

    /** The relations of a module, if it is time. */
    public void look(@ExchangeProperty("syncModule") String module) {
        relations.get(module).look();
    }
}
