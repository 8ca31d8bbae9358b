package io.github.camelvtiger.simulator.comparison;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The conversion of leads; on PHP 8 it fails, in every release but 8.4.0 (webservice.md §2). */
final class LeadCalls implements Subject {

    private static final String MODULE = "Leads";

    @Override
    public String name() {
        return "leads";
    }

    @Override
    public int weight() {
        return 2;
    }

    @Override
    public Optional<Step> step(Draw draw, Script script) {
        Optional<MadeRecord> lead = script.record(draw, List.of(MODULE));
        return lead.isEmpty()
                ? script.module(MODULE).map(module -> RecordCalls.create(draw, module, script))
                : lead.map(record -> convert(draw, record, script));
    }

    private static Step convert(Draw draw, MadeRecord lead, Script script) {
        ObjectNode element = JsonNodeFactory.instance.objectNode();
        element.put("leadId", lead.symbol());
        element.put("assignedTo", script.user());
        element.put("transferRelatedRecordsTo", draw.of("Contacts", "Accounts", "Bogus"));
        ObjectNode entities = element.putObject("entities");
        for (String module : List.of("Accounts", "Contacts", "Potentials")) {
            if (draw.percent(70)) {
                entities.putObject(module).put("create", draw.percent(90)).put("name", module);
            }
        }
        if (entities.get("Accounts") instanceof ObjectNode account && draw.percent(80)) {
            account.put("accountname", "Converted " + draw.below(1000));
        }
        return Step.post("convertlead", "element", element.toString());
    }
}
