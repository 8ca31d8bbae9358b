package io.github.camelvtiger.simulator.lead;

import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.record.Records;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.RecordWriter;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.Map;

/**
 * {@code convertlead}: makes an Account, a Contact and a Potential of a Lead; answers their ids by module, or null if
 * neither an Account nor a Contact is asked for ({@code webservice.md §10}).
 */
public final class ConvertLeadOperation implements Operation {

    private final CrmStore store;
    private final Records records;
    private final LeadConversion conversion;

    public ConvertLeadOperation(CrmStore store, Records records, RecordWriter writer) {
        this.store = store;
        this.records = records;
        this.conversion = new LeadConversion(store, records, writer);
    }

    @Override
    public String name() {
        return "convertlead";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.POST;
    }

    @Override
    public Object execute(Call call) throws InterruptedException {
        PhpValue element = PhpValue.parse(call.parameter("element"));
        if (element.json().isValueNode() && !element.json().isNull()) {
            throw new ServerCrash("the element is neither object nor array");
        }
        CrmUser administrator = administrator();
        StoredRow lead = records.row(element.get("leadId").text(), administrator);
        if (lead.value("converted").equals("1")) {
            throw new WebserviceException("LEAD_ALREADY_CONVERTED", "Lead is already converted");
        }
        PhpValue asked = element.get("entities");
        if (!asked(asked, "Accounts") && !asked(asked, "Contacts")) {
            return null;
        }
        String owner = element.get("assignedTo").truthy()
                ? element.get("assignedTo").text()
                : call.user().id();
        String heir = element.get("transferRelatedRecordsTo").truthy()
                ? element.get("transferRelatedRecordsTo").text()
                : "Contacts";
        Map<String, String> made = conversion.make(lead, asked, owner, administrator);
        boolean settled = conversion.settle(lead, made, heir, call.user());
        if (settled && lead.module().name().equals("Users")) {
            // Any readable record passes for a Lead; only with a user does the server notice, when all is done.
            throw new WebserviceException("INTERNAL_SERVER_ERROR", "Unknown Error while processing request");
        }
        return settled ? made : null;
    }

    private static boolean asked(PhpValue entities, String slot) {
        return entities.get(slot).get("create").truthy();
    }

    /** The first that is active. */
    private CrmUser administrator() {
        return store.table("Users")
                .live()
                .filter(row -> row.value("is_admin").equals("on")
                        && row.value("status").equals("Active"))
                .findFirst()
                .flatMap(row -> store.user(row.value("user_name")))
                .orElseThrow(() -> new ServerCrash("there is no active administrator"));
    }
}
