package io.github.camelvtiger.routes.sync.killed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.sync.RunningSyncs;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Rows that wait in a table become products, and say which. */
final class RowsOfTable implements KilledSync, AutoCloseable {

    private static final int ROWS = 250;

    private final Surroundings surroundings;
    private final Handle table;
    private int rows;

    RowsOfTable(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.table = Jdbi.open(surroundings.addresses().database("staging"));
        table.execute("create table products (nr int primary key, productname varchar(50), _status varchar(20),"
                + " _id varchar(20), _error varchar(1000))");
    }

    @Override
    public String name() {
        return "staged";
    }

    @Override
    public String file() {
        return "from: { table: staging, name: products }\nto: { crm: Products }\n"
                + "map: { productname: productname }\n";
    }

    @Override
    public void feed() {
        if (rows - progress() < ROWS / 2) {
            table.execute(
                    "insert into products (nr, productname) select x, 'P' || x from system_range(?, ?)",
                    rows + 1,
                    rows + ROWS);
            rows += ROWS;
        }
    }

    @Override
    public long progress() {
        return surroundings.crm().crm().count("Products");
    }

    @Override
    public boolean isDone() {
        return ids().size() == rows;
    }

    private List<String> ids() {
        return table.createQuery("select _id from products where _status = 'done'")
                .mapTo(String.class)
                .list();
    }

    @Override
    public void compare(RunningSyncs syncs) {
        assertThat(surroundings.crm().crm().records("Products"))
                .extracting(product -> product.get("productname"))
                .doesNotHaveDuplicates()
                .hasSize(rows);
        assertThat(surroundings.crm().crm().records("Products"))
                .extracting(product -> product.get("id"))
                .containsExactlyInAnyOrderElementsOf(ids());
        new JournalOf(syncs.store(), name()).writtenOnce(rows);
    }

    @Override
    public void close() {
        table.close();
    }
}
