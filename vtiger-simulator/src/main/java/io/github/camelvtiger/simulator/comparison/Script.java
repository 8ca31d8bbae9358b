package io.github.camelvtiger.simulator.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the calls of a run know: the modules, and the records that both servers have. */
final class Script {

    private final Map<String, ModuleShape> modules = new LinkedHashMap<>();
    private final List<MadeRecord> live = new ArrayList<>();
    private final List<MadeRecord> gone = new ArrayList<>();
    private final OddValues values = new OddValues();
    private final String user;
    private int count;

    /** @param user symbol of the user who calls */
    Script(List<ModuleShape> modules, String user) {
        modules.forEach(module -> this.modules.put(module.name(), module));
        this.user = user;
    }

    String user() {
        return user;
    }

    OddValues values() {
        return values;
    }

    Optional<ModuleShape> module(String name) {
        return Optional.ofNullable(modules.get(name));
    }

    List<ModuleShape> modules() {
        return List.copyOf(modules.values());
    }

    /** Those of the names that the user sees. */
    List<ModuleShape> modules(List<String> names) {
        return names.stream().map(modules::get).filter(module -> module != null).toList();
    }

    String newSymbol() {
        return "${r" + count++ + "}";
    }

    void made(MadeRecord record) {
        live.add(record);
    }

    void removed(String symbol) {
        live.stream()
                .filter(record -> record.symbol().equals(symbol))
                .findFirst()
                .ifPresent(record -> {
                    live.remove(record);
                    gone.add(record);
                });
    }

    /** A record of one of the modules, now and then one that was deleted. */
    Optional<MadeRecord> record(Draw draw, List<String> ofModules) {
        List<MadeRecord> from = draw.percent(4) ? gone : live;
        List<MadeRecord> fit =
                from.stream().filter(made -> ofModules.contains(made.module())).toList();
        return fit.isEmpty() ? Optional.empty() : Optional.of(draw.of(fit));
    }

    /** Any record, the latest more often than others. */
    Optional<MadeRecord> record(Draw draw) {
        if (live.isEmpty()) {
            return Optional.empty();
        }
        int latest = Math.min(live.size(), 12);
        return Optional.of(draw.percent(70) ? live.get(live.size() - 1 - draw.below(latest)) : draw.of(live));
    }

    /** The first record: all others have greater numbers, and what was there before smaller ones. */
    Optional<MadeRecord> first() {
        List<MadeRecord> all = new ArrayList<>(live);
        all.addAll(gone);
        return all.stream().filter(made -> made.symbol().equals("${r0}")).findFirst();
    }
}
