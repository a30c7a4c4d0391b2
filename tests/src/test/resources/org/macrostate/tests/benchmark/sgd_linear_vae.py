"""One-pass SGD of the linear VAE (one latent, one signal) as it is usually written: PyTorch, one step an iteration.

    python3 sgd_linear_vae.py N steps      prints steps per second of processor time
"""
import sys
import time

import torch

N, steps = int(sys.argv[1]), int(sys.argv[2])
rho, eta, beta, tau = 1.0, 1.0, 1.0, 0.01
torch.manual_seed(1)
torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)
u = torch.zeros(N)
u[0] = N ** 0.5
w = torch.randn(N, requires_grad=True)
v = torch.randn(N, requires_grad=True)
D = torch.ones(1, requires_grad=True)
optimizer = torch.optim.SGD([{"params": [w, v], "lr": tau}, {"params": [D], "lr": tau / N}])
begin = time.process_time()
for _ in range(steps):
    x = rho ** 0.5 * torch.randn(1) * u / N ** 0.5 + eta ** 0.5 * torch.randn(N)
    h, z, Q = w @ x / N ** 0.5, v @ x / N ** 0.5, w @ w / N
    loss = (beta / 2 * (z ** 2 + D - torch.log(D)) - h * z + Q * z ** 2 / 2 + Q * D / 2).sum()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(steps / (time.process_time() - begin))
