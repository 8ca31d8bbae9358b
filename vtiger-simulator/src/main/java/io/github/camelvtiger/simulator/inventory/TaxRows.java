package io.github.camelvtiger.simulator.inventory;

import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Taxes as rows of the editing form. */
final class TaxRows {

    private static final List<String> CHARGE_TAXES = List.of("VAT", "Sales", "Service");

    private final ProductCatalogue catalogue;

    /** Numbers of the taxes on charges. */
    static List<String> chargeTaxNumbers() {
        return IntStream.rangeClosed(1, CHARGE_TAXES.size())
                .mapToObj(Integer::toString)
                .toList();
    }

    TaxRows(ProductCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The own taxes of a product, at its percentages; at those of the item if taxes are individual. */
    List<Map<String, Object>> ofItem(long product, StoredRow item, boolean individual, String region) {
        Map<String, String> own = catalogue.taxesOf(product);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (StoredRow tax : catalogue.taxes()) {
            String name = tax.value("taxname");
            if (!own.containsKey(name)) {
                continue;
            }
            String ofItem = item.value(name);
            Object percentage = !individual ? own.get(name) : ofItem.isEmpty() ? (Object) 0 : ofItem;
            Map<String, Object> regions = new LinkedHashMap<>();
            regions.put("default", own.get(name));
            if (individual) {
                regions.put(PhpNumber.isEmpty(region) ? "default" : region, percentage);
            }
            Map<String, Object> row = named(tax, percentage);
            row.put("deleted", tax.value("deleted"));
            putKind(row, tax);
            row.put("regionsList", regions);
            rows.add(row);
        }
        return rows;
    }

    /** The row of a tax on the whole. */
    static Map<String, Object> ofWhole(StoredRow tax, Object percentage, Object amount) {
        Map<String, Object> row = named(tax, percentage);
        row.put("amount", amount);
        putKind(row, tax);
        return row;
    }

    /** The rows of the taxes on charges, which a table of their own holds: as a fresh server has them. */
    static List<Map<String, Object>> ofCharges(ChargeSheet charges, double shipping) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int number = 1; number <= CHARGE_TAXES.size(); number++) {
            Object percentage = charges.percentage(Integer.toString(number));
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("taxname", "shtax" + number);
            row.put("taxlabel", CHARGE_TAXES.get(number - 1));
            row.put("percentage", percentage);
            row.put("amount", shipping * PhpNumber.operand(percentage) / 100);
            putKind(row, Integer.toString(number), "Fixed", "Simple");
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, Object> named(StoredRow tax, Object percentage) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("taxname", tax.value("taxname"));
        row.put("taxlabel", tax.value("taxlabel"));
        row.put("percentage", percentage);
        return row;
    }

    private static void putKind(Map<String, Object> row, StoredRow tax) {
        putKind(row, Long.toString(tax.number()), tax.value("type"), tax.value("method"));
    }

    private static void putKind(Map<String, Object> row, String number, String type, String method) {
        row.put("taxid", number);
        row.put("type", type);
        row.put("method", method);
        row.put("regions", List.of());
        row.put("compoundon", List.of());
    }
}
