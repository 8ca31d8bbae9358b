package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import java.util.ArrayList;
import java.util.List;

/** The fields of the records that a sync from a CRM reads, as that describes them now. */
record SourceColumns(SyncDefinition sync, CrmQuestions source) {

    /**
     * @param target the module for which they are
     * @throws io.github.camelvtiger.client.VtigerException if the CRM cannot be asked
     */
    List<String> of(String target) {
        String module = SourceCrm.source(sync, target);
        List<String> columns = new ArrayList<>();
        source.describe(module).fields().stream().map(Field::name).forEach(columns::add);
        if (SourceCrm.hasItems(sync, module)) {
            columns.add(LineItems.FIELD);
        }
        return columns;
    }
}
