package io.github.camelvtiger.simulator.comparison;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Groups, currencies, taxes and folders: seen in many other answers, and some cannot be removed. */
final class BaseDataCalls implements Subject {

    private static final List<String> MODULES =
            List.of("Groups", "Currency", "Tax", "ProductTaxes", "DocumentFolders", "CompanyDetails");

    @Override
    public String name() {
        return "base data";
    }

    @Override
    public int weight() {
        return 6;
    }

    @Override
    public boolean destructive() {
        return true;
    }

    @Override
    public Optional<Step> step(Draw draw, Script script) {
        List<ModuleShape> modules = script.modules(MODULES);
        if (modules.isEmpty()) {
            return Optional.empty();
        }
        ModuleShape module = draw.of(modules);
        Optional<MadeRecord> made = script.record(draw, List.of(module.name()));
        int chance = draw.below(100);
        if (chance < 30) {
            return Optional.of(RecordCalls.create(draw, module, script));
        }
        if (chance < 50) {
            return Optional.of(Step.get("query", "query", "select * from " + module.name() + " order by id;"));
        }
        return made.map(record -> use(draw, record, module, script));
    }

    private static Step use(Draw draw, MadeRecord made, ModuleShape module, Script script) {
        int chance = draw.below(100);
        if (chance < 35) {
            return Step.get("retrieve", "id", made.symbol());
        }
        if (chance < 85) {
            ObjectNode element = draw.percent(60)
                    ? Elements.part(draw, made, module, script)
                    : Elements.whole(draw, module, script).put("id", made.symbol());
            return Step.post(draw.of("revise", "update"), "element", element.toString());
        }
        return Step.post("delete", "id", made.symbol()).removing(made);
    }
}
