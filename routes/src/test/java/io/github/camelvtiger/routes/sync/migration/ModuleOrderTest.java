package io.github.camelvtiger.routes.sync.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Modules move behind those to which their records refer. */
class ModuleOrderTest {

    @Test
    void accountsThenContactsThenWhatRefersToBoth() {
        Map<String, ModuleDescription> modules = new HashMap<>();
        put(modules, "Invoice", reference("account_id", true, "Accounts"), reference("contact_id", false, "Contacts"));
        put(
                modules,
                "Contacts",
                reference("account_id", false, "Accounts"),
                reference("contact_id", false, "Contacts"));
        put(modules, "Accounts", reference("account_id", false, "Accounts"));
        put(modules, "Products", reference("vendor_id", false, "Vendors"));

        assertThat(ModuleOrder.of(List.of("Invoice", "Contacts", "Accounts", "Products"), modules::get))
                .containsExactly("Accounts", "Contacts", "Products", "Invoice");
    }

    @Test
    void inACircleAReferenceThatMayBeEmptyGivesWay() {
        Map<String, ModuleDescription> modules = new HashMap<>();
        put(modules, "ProjectTask", reference("projectid", true, "Project"));
        put(modules, "Project", reference("first", false, "ProjectTask"));

        assertThat(ModuleOrder.of(List.of("ProjectTask", "Project"), modules::get))
                .containsExactly("Project", "ProjectTask");
    }

    @Property(tries = 200)
    void withoutACircleNoModuleIsBeforeWhatItRefersTo(
            @ForAll @IntRange(min = 1, max = 12) int size, @ForAll long seed) {
        Random random = new Random(seed);
        Map<String, ModuleDescription> modules = new HashMap<>();
        Map<String, List<String>> targets = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (int module = 0; module < size; module++) {
            List<Field> fields = new ArrayList<>();
            List<String> referred = new ArrayList<>();
            for (int other = 0; other < module; other++) {
                if (random.nextInt(3) == 0) {
                    fields.add(reference("to" + other, random.nextBoolean(), "M" + other));
                    referred.add("M" + other);
                }
            }
            names.add("M" + module);
            targets.put("M" + module, referred);
            put(modules, "M" + module, fields.toArray(Field[]::new));
        }
        Collections.shuffle(names, random);

        List<String> order = ModuleOrder.of(names, modules::get);

        assertThat(order).containsExactlyInAnyOrderElementsOf(names);
        targets.forEach((module, referred) ->
                assertThat(order.subList(0, order.indexOf(module))).containsAll(referred));
    }

    private static Field reference(String name, boolean mandatory, String... modules) {
        return new Field(name, name, "reference", mandatory, true, List.of(modules), List.of());
    }

    private static void put(Map<String, ModuleDescription> modules, String name, Field... fields) {
        modules.put(name, new ModuleDescription(name, name, 1, List.of(fields), Map.of()));
    }
}
