"""Logistic regression with a ridge, for the scripts that fit bits; the first column is the constant. Needs numpy."""
import numpy as np

RIDGE = 3.0


def fit(x, y):
    weights = np.zeros(x.shape[1])
    ridge = np.eye(x.shape[1]) * RIDGE
    ridge[0, 0] = 1e-3
    for _ in range(60):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + ridge, x.T @ (p - y) + ridge @ weights)
        weights -= step
        if abs(step).max() < 1e-9:
            break
    return weights
