package org.separatrix.lab;

/** How an axis or a slider spaces its values. */
public enum Scale {
    LINEAR,
    LOG
}
