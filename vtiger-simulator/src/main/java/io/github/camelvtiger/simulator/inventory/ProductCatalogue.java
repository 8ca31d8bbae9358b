package io.github.camelvtiger.simulator.inventory;

import io.github.camelvtiger.simulator.store.Attachment;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What line items ask about products, services and taxes. */
final class ProductCatalogue {

    private static final String PRODUCTS = "Products";
    private static final String SERVICES = "Services";

    private final CrmStore store;

    ProductCatalogue(CrmStore store) {
        this.store = store;
    }

    /** The product or service of this number, deleted ones too; of a product first. */
    Optional<StoredRow> sold(long number) {
        return Optional.ofNullable(store.table(PRODUCTS).rows().get(number)).or(() -> service(number));
    }

    Optional<StoredRow> product(long number) {
        return Optional.ofNullable(store.table(PRODUCTS).rows().get(number));
    }

    /** The path of a product's first image. */
    Optional<String> image(long number) {
        return product(number).flatMap(product -> store.attachments().of(number).stream()
                .map(Attachment::path)
                .findFirst());
    }

    private Optional<StoredRow> service(long number) {
        return Optional.ofNullable(store.table(SERVICES).rows().get(number));
    }

    /** Whatever record has the number, deleted ones too. */
    Optional<StoredRow> record(long number) {
        return store.entityTables().stream()
                .flatMap(table -> Optional.ofNullable(table.rows().get(number)).stream())
                .findFirst();
    }

    /** The id under which an item shows its product: {@code ""} if it is not a product or service, or a deleted one. */
    String shownId(long number) {
        return sold(number).filter(row -> !row.deleted()).map(StoredRow::id).orElse("");
    }

    /** The price of an item that is sent without one; of products only. */
    String price(long number) {
        return product(number).map(row -> row.value("unit_price")).orElse("0");
    }

    /** The taxes that are in use, ascending by number: a client may set any other mark than 0 (seen on 8.2.0). */
    List<StoredRow> taxes() {
        return allTaxes().filter(ProductCatalogue::isInUse).toList();
    }

    /** The taxes that are in use, and those that an item has from when they were. */
    List<StoredRow> taxesWith(List<StoredRow> items) {
        return allTaxes()
                .filter(tax -> isInUse(tax)
                        || items.stream().anyMatch(item -> !item.value(tax.value("taxname"))
                                .isEmpty()))
                .toList();
    }

    /** The names of the taxes that an item is stored with: of all that are not marked as deleted. */
    List<String> storedTaxes() {
        return allTaxes()
                .filter(tax -> !tax.deleted() && !tax.value("deleted").equals("1"))
                .map(tax -> tax.value("taxname"))
                .toList();
    }

    private Stream<StoredRow> allTaxes() {
        return store.table("Tax").rows().values().stream();
    }

    private static boolean isInUse(StoredRow tax) {
        return !tax.deleted() && tax.value("deleted").equals("0");
    }

    /** The percentages of a product's own taxes by their names ({@code tax1}), as stored with the product. */
    Map<String, String> taxesOf(long number) {
        Map<String, String> own = new LinkedHashMap<>();
        sold(number).ifPresent(product -> taxes().forEach(tax -> {
            String percentage = product.value(tax.value("taxname"));
            if (!percentage.isEmpty()) {
                own.put(tax.value("taxname"), percentage);
            }
        }));
        return own;
    }
}
