package io.github.camelvtiger.routes.sync.killed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.sync.RunningSyncs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Files become records of a module: known by nothing but the mark of their row, or by the e-mail address. */
final class RowsOfFiles implements KilledSync {

    private static final int ROWS = 400;

    private final Surroundings surroundings;
    private final String name;
    private final String target;
    private final String module;
    private final String title;
    private int rows;

    private RowsOfFiles(Surroundings surroundings, String name, String target, String module, String title) {
        this.surroundings = surroundings;
        this.name = name;
        this.target = target;
        this.module = module;
        this.title = title;
    }

    static RowsOfFiles created(Surroundings surroundings) {
        return new RowsOfFiles(surroundings, "created", "{ crm: Leads }", "Leads", "lastname");
    }

    static RowsOfFiles matched(Surroundings surroundings) {
        return new RowsOfFiles(surroundings, "matched", "{ crm: Vendors, match: [email] }", "Vendors", "vendorname");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String file() {
        return "from: { file: '" + inbox() + "' }\nto: " + target + "\n";
    }

    private Path inbox() {
        return surroundings.addresses().directory().resolve("inbox").resolve(name);
    }

    @Override
    public void feed() throws IOException {
        if (rows - progress() > ROWS / 2) {
            return;
        }
        List<String> lines = new ArrayList<>(List.of(title + ",email"));
        for (int row = 0; row < ROWS; row++, rows++) {
            lines.add("R" + rows + ",r" + rows + "@example.com");
        }
        Path unfinished = Files.write(Files.createDirectories(inbox()).resolve(".unfinished"), lines);
        Files.move(unfinished, inbox().resolve(rows + ".csv"), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public long progress() {
        return surroundings.crm().crm().count(module);
    }

    /** The last file is moved away when its run has ended. */
    @Override
    public boolean isDone() throws IOException {
        try (var files = Files.list(inbox())) {
            return progress() >= rows && files.noneMatch(Files::isRegularFile);
        }
    }

    @Override
    public void compare(RunningSyncs syncs) {
        assertThat(surroundings.crm().crm().records(module))
                .extracting(record -> record.get(title))
                .doesNotHaveDuplicates()
                .hasSize(rows);
        new JournalOf(syncs.store(), name).writtenOnce(rows);
    }
}
