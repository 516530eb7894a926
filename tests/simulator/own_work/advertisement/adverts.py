"""Advertisements of many shapes, written for these tests; companies and people are invented."""

from __future__ import annotations

from typing import Final

BULLETED: Final = """
Senior Data Scientist (m/f/d) – Hamburg

Nordwind GmbH is one of the largest parcel carriers in the north.

What you'll do
- Build ranking models that decide which parcel leaves first
- Design and evaluate A/B tests
- Present results to stakeholders in operations
- Mentor junior colleagues

Your profile
- Several years of experience with Python and SQL
- Strong knowledge of XGBoost and scikit-learn
- You have brought models into production with Docker
- Master's degree in statistics or a related field
- Fluent English, German is a plus

What we offer
- 30 days of holiday and a Kubernetes of snacks
- A learning budget for Rust courses

We are an equal opportunity employer and decide regardless of gender identity.
"""

PROSE: Final = """
We're looking for a Data Engineer to join our small platform team in Leeds. In this job you will build streaming
pipelines with Kafka and Spark, and look after the data warehouse in Snowflake. You should have a good command of Python
and SQL, and ideally some experience with Airflow. You don't need to know Scala. The salary is £55,000 to £65,000, and
we offer a pension. Apply by 3 May with a short letter.
"""

AMERICAN: Final = """
Machine Learning Engineer
Acme Robotics Supply, Inc. | San Francisco, CA | Full-time

ABOUT THE COMPANY
We use Hadoop for everything and we are proud of it.

RESPONSIBILITIES:
* Optimize and deploy deep learning models to production
* Monitor models for drift
* Collaborate with product managers

MINIMUM QUALIFICATIONS:
* BS in Computer Science or equivalent
* 3+ years of PyTorch
* Experience with distributed training

PREFERRED QUALIFICATIONS:
* CUDA, Triton Inference Server

COMPENSATION
The base pay range is $150,000 - $190,000 plus equity. 401(k), dental, vision. Ask us about TensorFlow Tuesdays.

EQUAL OPPORTUNITY
All qualified applicants will receive consideration without regard to race, color, religion or veteran status.
"""

STARTUP: Final = """
Hi! We're three people and a dog, and we're hiring our first NLP engineer 🎉

🚀 Your mission
🔹 Ship a RAG system that lawyers trust
🔹 Evaluate LLMs against each other
🔹 Fine-tune small models with LoRA

🧠 You bring
🔹 Solid Python
🔹 Hugging Face and some vLLM

🎁 Perks
🔹 Free lunch, a Go board, and React stickers
"""

ODD_PASTE: Final = (
    "Data Analyst\u00a0at\u00a0Fennel\u00a0Foods\r\n\r\n"
    "Your\u00a0tasks:\r\n"
    "•\u00a0Build\u00a0dashboards in Tableau\r\n"
    "\uf0b7 Analyse sales data\u200b with SQL\r\n"
    "➤Report KPIs to business teams\r\n"
    "o  Run surveys among customers\r\n\r\n"
    "Requirements:\u00a0Excel, Power\u00a0BI\r\n"
    "Benefits:\u00a0Gym, R\u00a0User\u00a0Group evenings\r\n"
)

HTML: Final = """
<div class="job"><style>.job { color: red }</style><h1>Computer Vision Engineer</h1>
<p>Company: Lumen &amp; Lark</p>
<h2>What you&rsquo;ll do</h2><ul><li><b>Train</b> object detection models with PyTorch</li>
<li>Segment medical images (image segmentation with U-Net)</li></ul>
<h3>What you bring</h3><ul><li>OpenCV&nbsp;and C++</li></ul>
<h3>Benefits</h3><p>Free coffee &amp; a Docker mug</p><script>var python = "Django";</script></div>
"""

BRITISH: Final = """
Job title: Research Scientist, reinforcement learning
Employer: Harrow Institute

Person specification

Essential
You have a PhD in machine learning.
You have published at conferences.
Knowledge of reinforcement learning and JAX.

Desirable
Experience of causal inference.

How to apply
Send your CV and a cover letter that mentions MATLAB.
"""

ONE_PARAGRAPH: Final = """
Robotics Engineer wanted! Responsibilities: • Develop SLAM and sensor fusion • Test on real robots Requirements: • C++
and ROS • Kalman filter knowledge We offer: • Drones
"""

PRICING: Final = """
Senior Data Scientist, Pricing

Hallam & Pike, Sheffield (hybrid, two days a week in the office)

About us
Hallam & Pike has insured small shops since 1911. We moved our claims desk to Hadoop years ago and regret it.

The role
You will own our pricing models from the first notebook to production.
You will work closely with actuaries and with the claims team.

Key responsibilities:
• Develop and maintain generalised linear models and gradient boosting models for pricing
• Design and analyse A/B tests with the commercial team
• Monitor models in production and look for drift
• Explain findings to underwriters who are not statisticians
• Mentor two junior data scientists

Essential skills and experience:
• Strong Python and SQL
• Experience with scikit-learn, XGBoost or LightGBM
• A solid grasp of statistics and experimental design
• Experience of working with Git

Desirable:
• Some knowledge of Spark and Airflow
• Experience of survival analysis

What we offer:
• £62,000 to £70,000 and a pension
• 28 days of annual leave
• A yearly Rust retreat

How to apply: send your CV by 3 May. We welcome applications from everyone.
"""

SEABIRDS: Final = """
Research Associate in Computer Vision for Ecology

University of Lindmark, Department of Computing

About the role
We are seeking a postdoctoral research associate to work on the automatic counting of seabirds
from drone images. The post is funded for three years.

Main duties
* Develop object detection and tracking methods for aerial video
* Build a labelled data set together with field biologists
* Publish in leading conferences and journals
* Supervise one doctoral student
* Release code and models as open source

Person specification
* A PhD in computer vision, machine learning or a related subject
* Strong programming skills in Python and PyTorch
* Experience of training convolutional neural networks or vision transformers
* A record of publication in computer vision
* Ability to work with researchers from other fields

Desirable
* Knowledge of self-supervised learning
* Experience with OpenCV and CUDA

Benefits
* A generous pension and 35 days of leave
* A choir, a MATLAB society

Informal enquiries may be sent to Dr Ea Holm. The university is committed to equality and diversity.
"""

PLATFORM: Final = """
Lead MLOps Engineer

About Penrose Data
Penrose Data helps manufacturers put models to work. We were founded in 2016 and have offices in Porto and Lyon.

Your mission
➤ Design ML platforms on AWS and Azure for our clients
➤ Automate training and deployment with Kubeflow and MLflow
➤ Introduce monitoring for drift and data quality
➤ Coach client teams on testing and CI/CD
➤ Advise on the cost of inference

Your skills
➤ 5+ years in software or data engineering
➤ Fluent in Python, comfortable in Go
➤ Deep knowledge of Kubernetes and Terraform
➤ Experience with feature stores such as Feast
➤ You explain trade-offs clearly to managers

Bonus points
➤ Rust
➤ GPU inference with Triton Inference Server

What we offer you
➤ Hybrid work
➤ A budget for Scala conferences

Interested? Send us your CV.
"""

NO_ADVERTISEMENT: Final = (
    "",
    "   \n\n ",
    "Leek soup. You will need two leeks, butter and stock. Clean the leeks, cook them for 20 minutes and serve.",
    "Zoë Example\nSkills\nPython, SQL, Spark\nExperience\nBuilt a churn model with XGBoost for a telephone company.",
    "Dear diary, today I learned Python and then we walked to the sea.",
    "import numpy as np\n\ndef train(model):\n    return model.fit()\n",
)
