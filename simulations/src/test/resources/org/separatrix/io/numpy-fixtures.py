"""Writes the .npz files that NumpyFileTest reads; run here, with NumPy 2."""
import numpy as np

m = np.arange(6.0).reshape(2, 3) + 0.5
np.savez_compressed(
    "kinds.npz",
    c=m,
    fortran=np.asfortranarray(m),
    fortran3=np.asfortranarray(np.arange(24.0).reshape(2, 3, 4)),
    strided=np.arange(12.0).reshape(3, 4)[:, ::2],
    vector=np.arange(3.0),
    single=np.float64(2.5),
    float32=m.astype("f4"),
    float16=m.astype("f2"),
    big_endian=m.astype(">f8"),
    int64=np.array([-1, 2**53]),
    int32=np.array([-7], dtype="i4"),
    uint8=np.array([200], dtype="u1"),
    truth=np.array([True, False]),
    empty=np.zeros((0, 3)),
)
np.savez("words.npz", start=np.array(["one", "two"]))
np.savez("inexact.npz", start=np.array([2**53 + 1, 0]))
np.savez("start.npz", start=np.array([0.5, -1.25]), eta=0.1, steps=12)
