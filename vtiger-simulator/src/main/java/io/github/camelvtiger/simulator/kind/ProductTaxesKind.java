package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.value.SentElement;

/** Taxes of products cannot be made by themselves. */
final class ProductTaxesKind implements ModuleKind {

    /** The server looks for the new row under an id that it does not have. */
    @Override
    public void refuseNew(SentElement element, CrmStore store) {
        throw new WebserviceException("RECORD_NOT_FOUND", "Record not found");
    }
}
