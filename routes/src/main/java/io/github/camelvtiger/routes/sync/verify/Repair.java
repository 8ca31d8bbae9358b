package io.github.camelvtiger.routes.sync.verify;

import java.util.List;

/** Puts right what a target does not have as the CRM has it. */
public interface Repair {

    /** Writes records as the CRM has them now. */
    void write(List<String> ids);

    /** Removes records as if the CRM had reported their deletion. */
    void remove(List<String> ids);
}
