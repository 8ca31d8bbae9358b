package io.github.camelvtiger.simulator.comparison;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Events and tasks: their times, reminders and recurrence, and whom they are about. */
final class ActivityCalls implements Subject {

    private static final List<String> MODULES = List.of("Events", "Calendar");
    private static final List<String> TIMES = List.of("time_start", "time_end", "date_start", "due_date");

    @Override
    public String name() {
        return "activities";
    }

    @Override
    public int weight() {
        return 8;
    }

    @Override
    public Optional<Step> step(Draw draw, Script script) {
        Optional<MadeRecord> made = script.record(draw, MODULES);
        if (made.isEmpty() || draw.percent(50)) {
            List<ModuleShape> modules = script.modules(MODULES);
            return modules.isEmpty() ? Optional.empty() : Optional.of(create(draw, draw.of(modules), script));
        }
        MadeRecord activity = made.get();
        if (draw.percent(35)) {
            return Optional.of(RecordCalls.retrieve(draw, activity));
        }
        ModuleShape module = script.module(activity.module()).orElseThrow();
        ObjectNode element = draw.percent(50)
                ? Elements.part(draw, activity, module, script)
                : Elements.whole(draw, module, script).put("id", activity.symbol());
        times(draw, module, script, element);
        return Optional.of(Step.post(draw.of("revise", "update"), "element", element.toString()));
    }

    private static Step create(Draw draw, ModuleShape module, Script script) {
        ObjectNode element = Elements.whole(draw, module, script);
        boolean task = module.name().equals("Calendar");
        if (draw.percent(95)) {
            element.put("activitytype", task ? "Task" : draw.of("Meeting", "Call"));
        }
        times(draw, module, script, element);
        if (draw.percent(25)) {
            element.put("recurringtype", draw.of("--None--", "Daily", "Weekly", "Monthly", "Yearly", "x"));
        }
        if (draw.percent(25)) {
            element.put("reminder_time", draw.of("0", "1", "15", "3600", "x"));
        }
        return Step.post("create", "elementType", module.name(), "element", element.toString())
                .making(module.name());
    }

    private static void times(Draw draw, ModuleShape module, Script script, ObjectNode element) {
        module.fields().stream()
                .filter(field -> TIMES.contains(field.name()))
                .filter(field -> draw.percent(50))
                .forEach(field -> element.set(field.name(), script.values().value(draw, field, script)));
    }
}
