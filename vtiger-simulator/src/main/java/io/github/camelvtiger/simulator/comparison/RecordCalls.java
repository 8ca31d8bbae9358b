package io.github.camelvtiger.simulator.comparison;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Records of every module that has no subject of its own: created, read, changed, deleted. */
final class RecordCalls implements Subject {

    /** A message is sent as soon as it is created, and users are the subject of {@link UserCalls}. */
    private static final Set<String> LEFT_OUT = Set.of("SMSNotifier", "Users");

    @Override
    public String name() {
        return "records";
    }

    @Override
    public int weight() {
        return 30;
    }

    @Override
    public Optional<Step> step(Draw draw, Script script) {
        Optional<MadeRecord> made = script.record(draw);
        return made.isEmpty() || draw.percent(40)
                ? create(draw, script)
                : made.map(record -> use(draw, record, script));
    }

    private static Optional<Step> create(Draw draw, Script script) {
        List<ModuleShape> modules = script.modules().stream()
                .filter(ModuleShape::entity)
                .filter(module -> !LEFT_OUT.contains(module.name()))
                .filter(module -> !OrderCalls.MODULES.contains(module.name()))
                .filter(module -> !EmailCalls.MODULE.equals(module.name()))
                .toList();
        return modules.isEmpty() ? Optional.empty() : Optional.of(create(draw, draw.of(modules), script));
    }

    static Step create(Draw draw, ModuleShape module, Script script) {
        return Step.post(
                        "create",
                        "elementType",
                        module.name(),
                        "element",
                        Elements.whole(draw, module, script).toString())
                .making(module.name());
    }

    private static Step use(Draw draw, MadeRecord record, Script script) {
        ModuleShape module = script.module(record.module()).orElseThrow();
        int chance = draw.below(100);
        if (chance < 30) {
            return retrieve(draw, record);
        }
        if (chance < 68) {
            return Step.post(
                    "revise",
                    "element",
                    Elements.part(draw, record, module, script).toString());
        }
        if (chance < 90) {
            ObjectNode element = Elements.whole(draw, module, script);
            element.put("id", record.symbol());
            return Step.post("update", "element", element.toString());
        }
        return Step.post("delete", "id", record.symbol()).removing(record);
    }

    /** The server reads an id as far as it is one (webservice.md §4). */
    static Step retrieve(Draw draw, MadeRecord record) {
        String id = record.symbol();
        return draw.percent(90)
                ? Step.get("retrieve", "id", id)
                : Step.get("retrieve", "id", draw.of(" " + id, id + "'", id + ".0", id + "x9", id + " ", id + "\n"));
    }
}
